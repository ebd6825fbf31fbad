import QtQuick

/** An icon in a tinted square. */
Rectangle {
    id: root

    required property string icon

    antialiasing: true
    color: Theme.tint
    implicitHeight: 88
    implicitWidth: height
    radius: height / 4

    Icon {
        anchors.centerIn: parent
        color: Theme.accent
        name: root.icon
        size: Math.round(root.height * 0.56)
    }
}
