pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "../cards"
import "../controls"

/** Home: the channels, the matters, and where help is. In landscape channels stand left, matters right. */
Item {
    id: root

    required property HomeViewModel step

    readonly property bool landscape: Theme.landscape
    readonly property real channelsWidth: landscape ? 800 : width - 2 * Theme.margin
    readonly property real mattersWidth: landscape ? width - 2 * Theme.margin - channelsWidth - 64 : channelsWidth
    readonly property int space: landscape ? 20 : 24
    /** What the tiles may take below a heading, in landscape. */
    readonly property real tall: height - tiles.y - 24
    readonly property int lines: Math.ceil(step.matters.length / 2)

    anchors.fill: parent

    Heading {
        id: heading

        remark: root.step.remark
        remarkAtRight: false
        text: root.step.heading
        width: root.channelsWidth
        x: Theme.margin
        y: root.landscape ? 28 : 36
    }

    Grid {
        id: tiles

        columns: 2
        spacing: root.space
        x: Theme.margin
        y: heading.y + heading.height + 18

        Repeater {
            model: root.step.channels

            ChannelTile {
                required property var modelData

                caption: root.step.captions[modelData.id] ?? ""
                channel: modelData.id
                glyph: modelData.icon
                height: root.landscape ? (root.tall - root.space) / 2 : implicitHeight
                objectName: "tile." + modelData.id
                title: modelData.title
                upright: root.landscape
                visible: caption !== ""
                width: (root.channelsWidth - root.space) / 2

                onTapped: root.step.choose(modelData.id)
            }
        }
    }

    Heading {
        id: mattersHeading

        remark: root.step.mattersRemark
        remarkAtRight: false
        text: root.step.mattersHeading
        width: root.mattersWidth
        x: root.landscape ? Theme.margin + root.channelsWidth + 64 : Theme.margin
        y: root.landscape ? heading.y : tiles.y + tiles.height + 60
    }

    Grid {
        columns: 2
        spacing: root.space
        x: mattersHeading.x
        y: mattersHeading.y + mattersHeading.height + 18

        Repeater {
            model: root.step.matters

            TaskTile {
                required property var modelData

                caption: modelData.caption
                height: root.landscape ? Math.min(240, (root.tall - (root.lines - 1) * root.space) / root.lines) : implicitHeight
                icon: modelData.icon
                objectName: "tile." + modelData.id
                title: modelData.title
                visible: modelData.id in root.step.captions
                width: (root.mattersWidth - root.space) / 2

                onTapped: root.step.choose(modelData.id)
            }
        }
    }

    Card {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 32
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        visible: !root.landscape
        width: root.channelsWidth

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
