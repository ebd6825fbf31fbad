import QtQuick
import Kiosk.ViewModels
import "../controls"

/** A channel in a list: its character in its own colour, its name, and what is different there. */
Touchable {
    id: root

    required property string channel
    required property string glyph
    required property string title
    required property string caption
    /** The caption at the right of the name instead of below it. */
    property bool flat: false

    readonly property ChannelColours colours: ChannelColours {
        channel: root.channel
    }

    Accessible.description: caption
    border.color: Theme.line
    border.width: Theme.edgeWidth
    color: pressed ? Theme.tint : Theme.surface
    implicitHeight: flat ? 120 : 184
    name: title
    radius: Theme.cardRadius
    width: parent?.width ?? 0

    ChannelGlyph {
        id: mark

        anchors.verticalCenter: parent.verticalCenter
        color: root.colours.accent
        implicitHeight: root.flat ? 80 : 112
        text: root.glyph
        x: Theme.inset
    }

    Column {
        anchors.left: mark.right
        anchors.leftMargin: 28
        anchors.right: arrow.left
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        spacing: 4

        Title {
            font.pixelSize: root.flat ? Theme.row : Theme.tile
            text: root.title
            width: parent.width
        }

        Label {
            color: Theme.ink2
            text: root.caption
            visible: !root.flat
            width: parent.width
            wrapMode: Text.Wrap
        }
    }

    Label {
        anchors.right: arrow.left
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.ink2
        text: root.caption
        visible: root.flat && root.width > 700
    }

    Icon {
        id: arrow

        anchors.right: parent.right
        anchors.rightMargin: 26
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.ink2
        name: "forward"
        size: 44
    }
}
