import QtQuick
import QtQuick.Layouts
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
    property int least: Theme.px(flat ? 120 : 184)

    readonly property ChannelColours colours: ChannelColours {
        channel: root.channel
        contrast: Theme.contrast
    }

    /** The caption has room at the right of the name. */
    readonly property bool aside: flat && name_.implicitWidth + said.implicitWidth + 6 * Theme.margin < width

    Layout.fillWidth: true
    Accessible.description: caption
    border.color: Theme.line
    border.width: Theme.edgeWidth
    color: !enabled ? Theme.disabled : pressed ? Theme.tint : Theme.surface
    implicitHeight: Math.max(least, lines.implicitHeight + Theme.inset)
    name: title
    radius: Theme.cardRadius

    ChannelGlyph {
        id: mark

        anchors.verticalCenter: parent.verticalCenter
        color: root.enabled ? root.colours.accent : Theme.disabledInk
        implicitHeight: root.flat ? 80 : 112
        text: root.glyph
        x: Theme.inset
    }

    Column {
        id: lines

        anchors.left: mark.right
        anchors.leftMargin: 28
        anchors.right: arrow.left
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        spacing: 4

        Title {
            id: name_

            color: root.enabled ? Theme.ink : Theme.disabledInk
            font.pixelSize: root.flat ? Theme.row : Theme.tile
            text: root.title
            width: parent.width
            wrapMode: Text.Wrap
        }

        Label {
            color: root.enabled ? Theme.ink2 : Theme.disabledInk
            text: root.caption
            visible: !root.flat
            width: parent.width
            wrapMode: Text.Wrap
        }
    }

    Label {
        id: said

        anchors.right: arrow.left
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.ink2
        text: root.caption
        visible: root.aside
    }

    Icon {
        id: arrow

        anchors.right: parent.right
        anchors.rightMargin: 26
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.ink2
        name: root.enabled ? "forward" : ""
        size: 44
    }
}
