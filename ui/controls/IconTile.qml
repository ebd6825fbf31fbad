import QtQuick

/** An icon in a tinted square. */
Rectangle {
    id: root

    required property string icon
    property color ink: Theme.accent

    antialiasing: true
    color: Theme.tint
    implicitHeight: 88
    implicitWidth: height
    radius: height / 4

    Icon {
        anchors.centerIn: parent
        color: root.ink
        name: root.icon
        size: Math.round(root.height * 0.56)
    }
}
