pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../controls"

/**
 * A device with its name, state and verdict; opened: what to do, and what can be tried. A touch on its head opens or
 * closes it. What is said of its test stands below.
 */
Card {
    id: root

    /** `viewmodels.words.devices.Card` */
    required property var device
    required property string stepsTitle
    required property string againText
    /** Whether it is shown as soon as it stands for another device. */
    property bool reveals: false
    readonly property string stands: device.id

    readonly property bool good: device.tone === "good"
    readonly property bool bad: device.tone === "bad"
    readonly property color ink: good ? Theme.ok : bad ? Theme.error : Theme.warnInk
    readonly property bool narrow: width < Theme.px(760)
    readonly property string news: device.kind === "neutral" ? "" : device.news

    /** The question whether a sentence was heard. */
    signal answered(heard: bool)
    signal checked
    signal opened
    signal stopped
    signal tested

    border.color: good ? Theme.accent : bad ? Theme.error : Theme.warnEdge
    border.width: bad ? Theme.errorWidth : Theme.controlWidth
    inset: device.opened ? 20 : 16
    sideInset: 20
    spacing: Theme.space

    Component.onCompleted: if (reveals)
        told.show()
    onStandsChanged: if (reveals)
        told.show()
    onNewsChanged: if (news !== "" && visible)
        told.show()

    Reveal {
        id: told

        item: root
    }

    GridLayout {
        columnSpacing: Theme.space
        columns: root.narrow ? 1 : 2
        rowSpacing: 12

        Touchable {
            id: head

            readonly property bool opened: root.device.opened

            Accessible.checkable: true
            Accessible.checked: opened
            Layout.fillWidth: true
            color: pressed ? Theme.tint : "transparent"
            implicitHeight: Math.max(Theme.touch, words.implicitHeight)
            name: root.device.title + " " + root.device.state
            objectName: "device." + root.device.id
            radius: Theme.fieldRadius

            onTapped: root.opened()

            Icon {
                id: sign

                anchors.left: parent.left
                anchors.leftMargin: 12
                anchors.verticalCenter: parent.verticalCenter
                color: root.ink
                name: root.device.icon
                size: 48
            }

            ColumnLayout {
                id: words

                anchors.left: sign.right
                anchors.leftMargin: Theme.gap
                anchors.right: mark.left
                anchors.rightMargin: Theme.hair
                anchors.verticalCenter: parent.verticalCenter
                spacing: -2

                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.gap

                    Title {
                        font.pixelSize: Theme.row
                        text: root.device.title
                        width: Math.min(implicitWidth, parent.width)
                        wrapMode: Text.Wrap
                    }

                    Title {
                        color: root.ink
                        font.pixelSize: Theme.row
                        text: root.device.state
                        width: Math.min(implicitWidth, parent.width)
                        wrapMode: Text.Wrap
                    }

                    Tag {
                        border.color: Theme.error
                        border.width: Theme.edgeWidth
                        color: Theme.errorTint
                        ink: Theme.errorInk
                        text: root.device.ended
                        visible: text !== ""
                    }
                }

                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.space

                    Title {
                        color: root.device.passes ? Theme.ok : Theme.error
                        font.pixelSize: Theme.small
                        text: root.device.verdict
                    }

                    Label {
                        color: Theme.ink2
                        font.pixelSize: Theme.small
                        text: root.device.when
                        width: Math.min(implicitWidth, parent.width)
                        wrapMode: Text.Wrap
                    }

                    Label {
                        font.pixelSize: Theme.small
                        text: root.device.more
                        visible: text !== ""
                        width: Math.min(implicitWidth, parent.width)
                        wrapMode: Text.Wrap
                    }
                }
            }

            Icon {
                id: mark

                anchors.right: parent.right
                anchors.rightMargin: Theme.hair
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.ink2
                name: root.device.opened ? "up" : "down"
                size: 36
            }
        }

        SecondaryButton {
            Layout.fillWidth: root.narrow
            Layout.preferredWidth: root.narrow ? -1 : Math.max(natural, Theme.px(208))
            enabled: root.device.test ? !root.device.busy : !root.device.asked
            implicitHeight: Theme.touch
            objectName: (root.device.test ? "test." : "check.") + root.device.id
            size: Theme.label
            text: root.device.test || root.againText
            visible: !root.device.opened

            onTapped: root.device.test ? root.tested() : root.checked()
        }
    }

    GridLayout {
        id: body

        readonly property Item torn: body

        columnSpacing: Theme.space
        columns: root.narrow ? 1 : 2
        rowSpacing: 12
        visible: root.device.opened

        Rectangle {
            readonly property Item torn: todo

            Layout.fillHeight: true
            Layout.fillWidth: true
            antialiasing: true
            color: Theme.bg
            implicitHeight: todo.implicitHeight + 2 * Theme.space
            radius: Theme.fieldRadius
            visible: root.device.steps.length > 0

            ColumnLayout {
                id: todo

                anchors.left: parent.left
                anchors.leftMargin: Theme.gap
                anchors.right: parent.right
                anchors.rightMargin: Theme.space
                anchors.verticalCenter: parent.verticalCenter
                spacing: 4

                Title {
                    Accessible.role: Accessible.Heading
                    font.pixelSize: Theme.note
                    text: root.stepsTitle
                }

                Repeater {
                    model: root.device.steps

                    RowLayout {
                        id: entry

                        required property int index
                        required property string modelData

                        spacing: Theme.gap

                        Title {
                            Layout.alignment: Qt.AlignTop
                            font.pixelSize: Theme.note
                            text: entry.index + 1
                        }

                        Label {
                            Layout.fillWidth: true
                            font.pixelSize: Theme.note
                            text: entry.modelData
                            wrapMode: Text.Wrap
                        }
                    }
                }
            }
        }

        GridLayout {
            Layout.fillWidth: root.narrow || root.device.steps.length === 0
            Layout.preferredWidth: root.narrow || root.device.steps.length === 0 ? -1 : Theme.px(264)
            columnSpacing: Theme.space
            columns: !root.narrow && root.device.steps.length === 0 ? 3 : 1
            rowSpacing: Theme.space
            uniformCellWidths: true

            SecondaryButton {
                Layout.fillWidth: true
                enabled: !root.device.busy
                implicitHeight: Math.min(Theme.buttonHeight, Theme.px(100))
                objectName: "test." + root.device.id
                size: Theme.label
                text: root.device.test
                visible: text !== "" && root.device.stop === ""

                onTapped: root.tested()
            }

            SecondaryButton {
                Layout.fillWidth: true
                implicitHeight: Math.min(Theme.buttonHeight, Theme.px(100))
                objectName: "test.stop"
                size: Theme.label
                text: root.device.stop
                visible: text !== ""

                onTapped: root.stopped()
            }

            SecondaryButton {
                Layout.fillWidth: true
                implicitHeight: Math.min(Theme.buttonHeight, Theme.px(100))
                objectName: "test.heard"
                size: Theme.label
                text: root.device.heard
                visible: text !== ""

                onTapped: root.answered(true)
            }

            SecondaryButton {
                Layout.fillWidth: true
                implicitHeight: Math.min(Theme.buttonHeight, Theme.px(100))
                objectName: "test.unheard"
                size: Theme.label
                text: root.device.unheard
                visible: text !== ""

                onTapped: root.answered(false)
            }

            SecondaryButton {
                Layout.fillWidth: true
                enabled: !root.device.asked
                icon: "refresh"
                implicitHeight: Math.min(Theme.buttonHeight, Theme.px(100))
                objectName: "check." + root.device.id
                size: Theme.label
                text: root.againText
                visible: root.device.heard === ""

                onTapped: root.checked()
            }
        }
    }

    Label {
        Accessible.role: Accessible.AlertMessage
        Layout.fillWidth: true
        color: root.device.kind === "good" ? Theme.ok : root.device.kind === "bad" ? Theme.errorInk : root.device.kind === "unknown" ? Theme.warnInk : Theme.ink2
        font.bold: true
        font.pixelSize: Theme.note
        objectName: "text.test"
        text: root.device.news
        visible: text !== ""
        wrapMode: Text.Wrap
    }
}
