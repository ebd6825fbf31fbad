import QtQuick

/** A channel's first character in a rounded tile; no logos. */
Rectangle {
    id: root

    required property string text
    property color ink: Theme.inkOnAccent

    antialiasing: true
    implicitHeight: 112
    implicitWidth: height
    radius: height / 4

    Label {
        anchors.centerIn: parent
        color: root.ink
        font.bold: true
        font.pixelSize: Math.round(root.height * 0.62)
        text: root.text
    }
}
