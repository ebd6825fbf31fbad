pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "../../ui/controls"

/** What there is to learn: the channels, and the flows of one. */
Overlay {
    id: root

    required property TeacherViewModel step
    required property bool landscape

    color: Theme.bg
    name: step.sentence
    objectName: "lesson.list"

    Rectangle {
        id: head

        color: Theme.demo
        height: root.landscape ? 132 : 184
        width: parent.width

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            spacing: Theme.gap

            Tag {
                color: Theme.surface
                ink: Theme.demoInk
                text: root.step.tag
            }

            Title {
                color: Theme.inkOnDeep
                font.pixelSize: Theme.title
                text: root.step.title
            }

            Fitted {
                Layout.maximumHeight: head.height
                color: Theme.inkOnDeep
                font.pixelSize: Theme.frameSmall
                text: root.step.promise
            }

            Item {
                Layout.fillWidth: true
            }
        }
    }

    ColumnLayout {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        spacing: Theme.gap

        Title {
            font.pixelSize: Theme.frameHeading
            text: root.step.sentence
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space

            Repeater {
                model: root.step.channels

                ChoiceBox {
                    required property var modelData

                    Layout.fillWidth: true
                    chosen: modelData.chosen
                    objectName: "lesson.channel." + modelData.id
                    text: modelData.title

                    onTapped: root.step.showChannel(modelData.id)
                }
            }
        }

        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            columnSpacing: Theme.space
            columns: root.landscape ? 4 : 2
            rowSpacing: Theme.space
            uniformCellWidths: true

            Repeater {
                model: root.step.flows

                Touchable {
                    id: flow

                    required property var modelData

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.maximumHeight: 196
                    border.color: Theme.line
                    border.width: Theme.edgeWidth
                    color: pressed ? Theme.sunken : Theme.surface
                    implicitHeight: Theme.touch
                    name: modelData.title
                    objectName: "lesson.flow." + modelData.id
                    radius: Theme.cardRadius

                    onTapped: root.step.begin(modelData.id)

                    ColumnLayout {
                        anchors.left: parent.left
                        anchors.leftMargin: Theme.gap
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.gap
                        anchors.verticalCenter: parent.verticalCenter
                        spacing: 4

                        Fitted {
                            Layout.maximumHeight: flow.height - 56
                            font.bold: true
                            font.pixelSize: Theme.frameField
                            text: flow.modelData.title
                        }

                        Fitted {
                            color: Theme.ink2
                            font.pixelSize: Theme.least
                            text: flow.modelData.caption
                        }
                    }
                }
            }
        }

        Item {
            Layout.fillHeight: true
        }

        LessonButton {
            Layout.alignment: Qt.AlignRight
            Layout.preferredWidth: natural + Theme.inset
            objectName: "lesson.leave"
            text: root.step.leaveText

            onTapped: root.step.leave()
        }
    }
}
