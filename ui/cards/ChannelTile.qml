pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** A channel on Home: what it is called and what can be done in it. One that is not open says where to go instead. */
Touchable {
    id: root

    required property string channel
    required property string glyph
    required property string title
    required property string caption
    required property list<string> does

    readonly property color accent: Theme.coloursOf(channel).accent
    readonly property color deep: Theme.coloursOf(channel).deep
    readonly property color ink: enabled ? "#FFFFFF" : Theme.disabledInk

    Accessible.description: caption
    border.color: Theme.line
    border.width: enabled ? 0 : Theme.edgeWidth
    color: !enabled ? Theme.disabled : pressed ? deep : accent
    implicitHeight: enabled ? heading.height + list.height + 128 : 208
    name: title
    radius: Theme.cardRadius

    Item {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: Theme.inset
        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        height: 112
        y: (root.height - height - (root.enabled ? list.height + 32 : 0)) / 2

        ChannelGlyph {
            id: mark

            color: Theme.surface
            ink: root.enabled ? root.accent : Theme.disabledInk
            text: root.glyph
        }

        Column {
            anchors.left: mark.right
            anchors.leftMargin: 28
            anchors.right: root.enabled ? arrow.left : parent.right
            anchors.verticalCenter: parent.verticalCenter

            Title {
                color: root.ink
                font.pixelSize: Theme.tile
                text: root.title
                width: parent.width
            }

            Label {
                color: root.ink
                text: root.enabled ? root.caption : [root.caption].concat(root.does).join("，")
                width: parent.width
            }
        }

        Icon {
            id: arrow

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            name: root.enabled ? "forward" : ""
            size: 52
            weight: 5
        }
    }

    Column {
        id: list

        anchors.left: parent.left
        anchors.leftMargin: 172
        anchors.top: heading.bottom
        anchors.topMargin: 32
        spacing: 16
        visible: root.enabled

        Repeater {
            model: root.enabled ? root.does : []

            Row {
                required property string modelData

                spacing: 16

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    color: root.ink
                    name: "tick"
                    size: 32
                    weight: 5
                }

                Label {
                    color: root.ink
                    font.pixelSize: Theme.field
                    text: parent.modelData
                }
            }
        }
    }
}
