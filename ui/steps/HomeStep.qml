pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "../cards"
import "../controls"

/** Home: the channels, those that are open with what they can do, and where help is. */
Item {
    id: root

    required property HomeViewModel step

    readonly property bool landscape: Theme.landscape
    readonly property int gap: 28
    /** In landscape the tiles of both columns end at the same line. */
    readonly property real tall: height - open.y - 32
    readonly property real column: landscape ? (width - 2 * Theme.margin - 32) / 2 : width - 2 * Theme.margin

    component Tiles: Column {
        id: tiles

        required property bool open
        readonly property int count: repeater.count

        spacing: root.gap
        width: root.column

        Repeater {
            id: repeater

            model: root.step.channels.filter(tile => tile.open === tiles.open)

            ChannelTile {
                required property var modelData

                caption: modelData.caption
                channel: modelData.id
                does: modelData.does
                enabled: modelData.open
                glyph: modelData.glyph
                height: root.landscape ? (root.tall + root.gap) / tiles.count - root.gap : implicitHeight
                objectName: "tile." + modelData.id
                title: modelData.name
                width: tiles.width

                onTapped: root.step.choose(modelData.id)
            }
        }
    }

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

    Tiles {
        id: open

        open: true
        x: Theme.margin
        y: heading.y + heading.height + 20
    }

    Tiles {
        open: false
        x: root.landscape ? Theme.margin + root.column + 32 : Theme.margin
        y: root.landscape ? open.y : open.y + open.height + root.gap
    }

    Card {
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
