pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** One record: its title and state, and below them what it says, two pairs a line, or one that is long; its button. */
Card {
    id: root

    required property string title
    required property string standing
    required property bool good
    /** `[{key, value}]` */
    required property var pairs
    property string amount: ""
    /** The buttons at the right, `[{id, label}]`; none for a record that is only read. */
    property var actions: []
    property bool usable: true

    signal acted(action: string)

    inset: 20
    spacing: 8

    Item {
        height: Theme.px(56)
        width: parent?.width ?? 0

        Title {
            id: name

            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Theme.row
            text: root.title
        }

        Amount {
            anchors.left: name.right
            anchors.leftMargin: 32
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.ink
            figure: root.amount
            size: Theme.tile
        }

        Row {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: 10
            visible: root.standing !== ""

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

    Item {
        implicitHeight: Math.max(pairs.height, buttons.visible ? buttons.height : 0)
        width: parent?.width ?? 0

        Flow {
            id: pairs

            anchors.verticalCenter: parent.verticalCenter
            spacing: 4
            width: parent.width - (buttons.visible ? buttons.width + 24 : 0)

            Repeater {
                model: root.pairs

                Row {
                    id: pair

                    required property var modelData

                    readonly property real half: (parent?.width ?? 0) / 2 - 4

                    spacing: 16
                    width: value.implicitWidth > half - 184 || buttons?.visible ? 2 * half + 4 : half

                    Label {
                        color: Theme.ink2
                        font.pixelSize: Theme.caption
                        text: pair.modelData.key
                        width: 168
                    }

                    Label {
                        id: value

                        font.pixelSize: Theme.caption
                        text: pair.modelData.value
                        width: Math.min(implicitWidth, (parent?.width ?? 0) - 184)
                        wrapMode: Text.Wrap
                    }
                }
            }
        }

        Column {
            id: buttons

            anchors.bottom: parent.bottom
            anchors.right: parent.right
            spacing: 12
            visible: root.actions.length > 0
            width: 208

            Rows {
                id: list

                rows: root.actions

                SecondaryButton {
                    required property int index
                    readonly property var modelData: list.held[index]

                    enabled: root.usable
                    height: 100
                    objectName: modelData.id + "." + root.objectName
                    text: modelData.label
                    width: buttons.width

                    onTapped: root.acted(modelData.id)
                }
            }
        }
    }
}
