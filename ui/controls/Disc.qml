import QtQuick

/** An icon or a number in a filled disc. */
Rectangle {
    id: root

    property string icon: ""
    property string text: ""
    property color ink: Theme.inkOnAccent
    property real part: 0.56
    property real weight: 4.6

    antialiasing: true
    color: Theme.accent
    implicitHeight: 48
    implicitWidth: height
    radius: height / 2

    Icon {
        anchors.centerIn: parent
        color: root.ink
        name: root.icon
        size: Math.round(root.height * root.part)
        weight: root.weight
    }

    Label {
        anchors.centerIn: parent
        color: root.ink
        font.bold: true
        font.pixelSize: Math.round(root.height * 0.66)
        text: root.text
    }
}
