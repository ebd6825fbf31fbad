import QtQuick
import "../controls"

/** The heading of a group, behind a bar of the channel's colour. */
Item {
    id: root

    required property string text

    implicitHeight: Theme.px(60)
    width: parent?.width ?? 0

    Rectangle {
        antialiasing: true
        color: Theme.accent
        height: Theme.px(36)
        radius: 4
        width: 10
        y: (parent.height - height) / 2
    }

    Title {
        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: Theme.field
        text: root.text
        width: parent.width - x
        x: 28
    }
}
