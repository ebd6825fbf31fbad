pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** A channel that is open, on Home: what it is called and what can be done in it. */
Touchable {
    id: root

    required property string channel
    required property string glyph
    required property string title
    required property string caption
    required property list<string> does

    readonly property color ink: "#FFFFFF"

    Accessible.description: caption
    color: pressed ? Theme.coloursOf(channel).deep : Theme.coloursOf(channel).accent
    implicitHeight: heading.height + list.height + 128
    name: title
    radius: Theme.cardRadius

    Item {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        height: 144
        y: (root.height - height - list.height - list.anchors.topMargin) / 2

        ChannelGlyph {
            id: mark

            color: Theme.surface
            implicitHeight: parent.height
            ink: Theme.coloursOf(root.channel).accent
            text: root.glyph
        }

        Column {
            anchors.left: mark.right
            anchors.leftMargin: Theme.inset
            anchors.right: arrow.left
            anchors.verticalCenter: parent.verticalCenter

            Title {
                color: root.ink
                font.pixelSize: Theme.outcome
                text: root.title
                width: parent.width
            }

            Label {
                color: root.ink
                font.pixelSize: Theme.field
                text: root.caption
                width: parent.width
            }
        }

        Icon {
            id: arrow

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            name: "forward"
            size: 64
            weight: 5
        }
    }

    Column {
        id: list

        anchors.left: heading.left
        anchors.leftMargin: mark.width + Theme.inset
        anchors.top: heading.bottom
        anchors.topMargin: Theme.margin
        spacing: 24

        Repeater {
            model: root.does

            Row {
                required property string modelData

                spacing: 16

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    color: root.ink
                    name: "tick"
                    size: 36
                    weight: 5
                }

                Label {
                    color: root.ink
                    font.pixelSize: Theme.row
                    text: parent.modelData
                }
            }
        }
    }
}
