pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** One record: its title and state, and below them what it says, two pairs a line. */
Card {
    id: root

    required property string title
    required property string standing
    required property bool good
    /** `[{key, value}]` */
    required property var pairs

    inset: 20
    spacing: 8

    Item {
        height: Theme.px(56)
        width: parent?.width ?? 0

        Title {
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Theme.row
            text: root.title
        }

        Row {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: 10

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: root.good ? Theme.ok : Theme.warnInk
                name: root.good ? "tick" : "clock"
                size: 36
                weight: 5
            }

            Title {
                color: root.good ? Theme.ok : Theme.warnInk
                font.pixelSize: Theme.note
                text: root.standing
            }
        }
    }

    Grid {
        columnSpacing: 24
        columns: 2
        rowSpacing: 4
        width: parent?.width ?? 0

        Repeater {
            model: root.pairs

            Row {
                id: pair

                required property var modelData

                spacing: 16
                width: (parent?.width ?? 0) / 2 - 12

                Label {
                    color: Theme.ink2
                    font.pixelSize: Theme.caption
                    text: pair.modelData.key
                }

                Label {
                    font.pixelSize: Theme.caption
                    text: pair.modelData.value
                }
            }
        }
    }
}
