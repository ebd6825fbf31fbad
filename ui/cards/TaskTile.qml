import QtQuick
import "../controls"

/** A matter, on Home: what one may have come for. */
Touchable {
    id: root

    required property string title
    required property string caption
    required property string icon

    Accessible.description: caption
    border.color: !enabled ? Theme.control : pressed ? Theme.accent : Theme.line
    border.width: Theme.edgeWidth
    color: !enabled ? Theme.disabled : pressed ? Theme.tint : Theme.surface
    implicitHeight: Math.max(184, words.height + Theme.inset)
    name: title
    radius: Theme.cardRadius

    IconTile {
        id: mark

        anchors.verticalCenter: parent.verticalCenter
        icon: root.icon
        implicitHeight: 96
        x: 28
    }

    Column {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: 24
        anchors.right: parent.right
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter

        Title {
            color: root.enabled ? Theme.ink : Theme.disabledInk
            font.pixelSize: Theme.heading
            text: root.title
            width: parent.width
            wrapMode: Text.Wrap
        }

        Label {
            color: root.enabled ? Theme.ink2 : Theme.disabledInk
            font.pixelSize: Theme.caption
            text: root.caption
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
}
