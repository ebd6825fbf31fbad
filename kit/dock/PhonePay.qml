pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "../../ui/controls"

/** The page that pays: to whom, what for, how much, from where, and six digits or a finger. */
Item {
    id: root

    required property HandsetViewModel step
    /** The keys are laid out as on a telephone. */
    readonly property bool roomy: height > 860

    readonly property ChannelColours colours: ChannelColours {
        channel: root.step.network
        contrast: Theme.contrast
    }

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 6

        Rectangle {
            antialiasing: true
            color: root.colours.accent
            height: 52
            radius: 14
            width: parent.width

            Title {
                anchors.centerIn: parent
                color: root.colours.inkOnAccent
                font.pixelSize: 30
                text: root.step.app
            }
        }

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            font.pixelSize: 28
            text: root.step.merchant
        }

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.ink2
            font.pixelSize: 28
            text: root.step.description
        }

        Amount {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.ink
            figure: root.step.amount
            named: "dock.amount"
            size: root.roomy ? 80 : 60
        }

        Label {
            color: Theme.ink2
            font.pixelSize: 28
            text: root.step.sourceLabel
        }

        Grid {
            columns: root.roomy ? 1 : 2
            spacing: root.roomy ? 6 : 12

            Rows {
                id: list

                rows: root.step.sources

                Chip {
                    required property int index
                    readonly property var modelData: list.held[index]

                    accent: root.colours.accent
                    caption: modelData.caption
                    chosen: modelData.chosen
                    objectName: "dock.source." + modelData.id
                    text: modelData.title
                    implicitHeight: root.roomy ? 84 : 92
                    width: root.roomy ? root.width : (root.width - 12) / 2

                    onTapped: root.step.choose(modelData.id)
                }
            }
        }

        Label {
            color: root.step.says ? Theme.error : Theme.ink2
            font.pixelSize: 28
            objectName: "dock.says"
            text: root.step.says || root.step.passwordLabel
            width: parent.width
            wrapMode: Text.Wrap
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 10

            Repeater {
                model: 6

                Rectangle {
                    required property int index

                    border.color: Theme.control
                    border.width: 2
                    color: Theme.surface
                    height: 40
                    radius: 8
                    width: 40

                    Rectangle {
                        anchors.centerIn: parent
                        antialiasing: true
                        color: Theme.ink
                        height: 16
                        radius: 8
                        visible: parent.index < root.step.digits
                        width: 16
                    }
                }
            }
        }
    }

    Grid {
        id: keys

        readonly property real cell: (width - (columns - 1) * spacing) / columns

        anchors.bottom: buttons.top
        anchors.bottomMargin: 16
        columns: root.roomy ? 3 : 5
        spacing: 8
        width: parent.width

        Repeater {
            model: root.roomy ? ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0"] : ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]

            Chip {
                required property string modelData

                border.width: 2
                enabled: modelData !== ""
                implicitHeight: root.roomy ? 72 : 64
                objectName: "dock.key." + modelData
                text: modelData
                opacity: modelData ? 1 : 0
                size: 34
                width: keys.cell

                onTapped: root.step.press()
            }
        }
    }

    Row {
        id: buttons

        anchors.bottom: parent.bottom
        spacing: 12

        PhoneButton {
            colours: root.colours
            filled: false
            implicitHeight: 76
            objectName: "dock.cancel"
            text: root.step.cancelText
            width: 130

            onTapped: root.step.cancel()
        }

        PhoneButton {
            colours: root.colours
            implicitHeight: 76
            objectName: "dock.confirm"
            text: root.step.confirmText
            width: root.width - 142

            onTapped: root.step.confirm()
        }
    }
}
