import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "../controls"

/** What can be taken out of service: a channel by its character, else an icon; whether it is, why, and until when. */
Touchable {
    id: root

    required property var standing
    property bool last: false

    readonly property bool narrow: width < Theme.px(360)
    readonly property int side: narrow ? Theme.space : Theme.gap

    readonly property color tone: standing.own ? Theme.warnInk : standing.closed ? Theme.ink2 : Theme.ok
    readonly property ChannelColours colours: ChannelColours {
        channel: root.standing.id
        contrast: Theme.contrast
    }

    Accessible.description: standing.word + " " + standing.caption
    Layout.fillWidth: true
    color: pressed ? Theme.tint : standing.own ? Theme.warnTint : "transparent"
    implicitHeight: Math.max(Theme.px(96), lines.implicitHeight + Theme.space)
    name: standing.title
    objectName: "item." + standing.id
    radius: Theme.cardRadius

    ChannelGlyph {
        id: glyph

        anchors.verticalCenter: parent.verticalCenter
        color: root.colours.accent
        implicitHeight: 56
        text: root.standing.glyph
        visible: text !== ""
        x: root.side
    }

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.accent
        name: root.standing.icon
        size: 48
        visible: name !== ""
        x: root.side + 4
    }

    ColumnLayout {
        id: lines

        anchors.left: parent.left
        anchors.leftMargin: root.side + 56 + (root.narrow ? 12 : Theme.space)
        anchors.right: parent.right
        anchors.rightMargin: root.side
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0

        RowLayout {
            spacing: Theme.hair

            Title {
                Layout.fillWidth: true
                font.pixelSize: Theme.note
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.least
                text: root.standing.title
                wrapMode: Text.WordWrap
            }

            Icon {
                Layout.preferredHeight: size
                Layout.preferredWidth: size
                color: root.tone
                name: root.standing.closed ? "clock" : "tick"
                size: Theme.small
                weight: 5
            }

            Title {
                color: root.tone
                font.pixelSize: Theme.small
                text: root.standing.word
            }
        }

        Label {
            Layout.fillWidth: true
            color: Theme.warnInk
            font.pixelSize: Theme.small
            text: root.standing.caption
            visible: text !== ""
            wrapMode: Text.Wrap
        }
    }

    Rectangle {
        color: Theme.line
        height: Theme.edgeWidth
        visible: !root.last
        width: parent.width
        y: parent.height - height
    }
}
