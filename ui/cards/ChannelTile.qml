import QtQuick
import Kiosk.ViewModels
import "../controls"

/** A channel, on Home: its colour, its character, what it is called and what it is for. */
Touchable {
    id: root

    required property string channel
    required property string glyph
    required property string title
    required property string caption
    /** Glyph above the words, where the tile is higher than wide. */
    property bool upright: false
    property int least: 208

    readonly property ChannelColours colours: ChannelColours {
        channel: root.channel
        contrast: Theme.contrast
    }
    readonly property color ink: enabled ? colours.inkOnAccent : Theme.disabledInk

    Accessible.description: caption
    border.color: Theme.control
    border.width: enabled ? 0 : Theme.edgeWidth
    color: !enabled ? Theme.disabled : pressed ? colours.deep : colours.accent
    implicitHeight: Math.max(least, words.height + (upright ? mark.height + 20 + Theme.inset : Theme.gap))
    name: title
    radius: Theme.cardRadius

    ChannelGlyph {
        id: mark

        color: root.enabled ? Theme.inkOnDeep : Theme.surface
        implicitHeight: root.upright ? 88 : 112
        ink: root.enabled ? root.colours.header : Theme.disabledInk
        text: root.glyph
        x: root.upright ? Theme.inset : 28
        y: root.upright ? (root.height - height - words.height - 20) / 2 : (root.height - height) / 2
    }

    Column {
        id: words

        spacing: 2
        width: root.width - x - 16
        x: root.upright ? Theme.inset : mark.x + mark.width + 24
        y: root.upright ? mark.y + mark.height + 20 : (root.height - height) / 2

        Title {
            color: root.ink
            font.pixelSize: Theme.tile
            text: root.title
            width: parent.width
            wrapMode: Text.Wrap
        }

        Label {
            color: root.ink
            font.pixelSize: Theme.note
            text: root.caption
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
}
