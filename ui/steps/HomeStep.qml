pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "../cards"
import "../controls"

/** Home: the channels that are open with what they can do, the others in one quiet card, and where help is. */
Item {
    id: root

    required property HomeViewModel step

    readonly property bool landscape: Theme.landscape
    readonly property int gap: landscape ? 32 : 28
    readonly property real column: landscape ? 1216 : width - 2 * Theme.margin
    readonly property var open: step.channels.filter(tile => tile.open)
    readonly property var closed: step.channels.filter(tile => !tile.open)
    /** What the channels may take, from the heading down. */
    readonly property real tall: (landscape ? height : help.y) - tiles.y - (landscape ? 32 : gap)
    readonly property real tileHeight: Math.min(landscape ? tall : 700, (tall - (landscape ? 0 : shut.height + gap) + gap) / Math.max(1, open.length) - gap)

    anchors.fill: parent

    Heading {
        id: heading

        remark: root.step.remark
        remarkAtRight: false
        text: root.step.heading
        width: root.width - 2 * Theme.margin
        x: Theme.margin
        y: 36
    }

    Column {
        id: tiles

        spacing: root.gap
        x: Theme.margin
        y: heading.y + heading.height + 20

        Repeater {
            model: root.open

            ChannelTile {
                required property var modelData

                caption: modelData.caption
                channel: modelData.id
                does: modelData.does
                glyph: modelData.glyph
                height: root.tileHeight
                objectName: "tile." + modelData.id
                title: modelData.name
                width: root.column

                onTapped: root.step.choose(modelData.id)
            }
        }
    }

    Card {
        id: shut

        inset: 12
        sideInset: 0
        spacing: 0
        visible: root.closed.length > 0
        width: root.landscape ? root.width - x - Theme.margin : root.column
        x: root.landscape ? Theme.margin + root.column + root.gap : Theme.margin
        y: root.landscape ? tiles.y : tiles.y + tiles.height + root.gap

        Repeater {
            model: root.closed

            ClosedChannel {
                required property int index
                required property var modelData

                caption: modelData.caption
                elsewhere: modelData.does[0] ?? ""
                glyph: modelData.glyph
                last: index === root.closed.length - 1
                objectName: "tile." + modelData.id
                title: modelData.name
            }
        }
    }

    Card {
        id: help

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 32
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        visible: !root.landscape
        width: root.column

        Row {
            anchors.horizontalCenter: parent?.horizontalCenter
            spacing: 16

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.accent
                name: "help"
            }

            Label {
                text: root.step.help
            }

            Title {
                font.pixelSize: Theme.note
                text: root.step.helpNumber
            }
        }
    }
}
