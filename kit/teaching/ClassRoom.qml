pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import Kiosk.ViewModels
import "../../ui/controls"

/** For a class: the terminal with the finger's place at the left, what to touch and the way at the right. To look at only. */
Window {
    id: root

    required property TeacherViewModel step
    required property ClassroomViewModel room

    readonly property bool learning: step.shown === "lesson"

    color: Theme.bg
    height: 1080
    title: step.title
    width: 1920

    Item {
        height: 1080
        scale: Math.min(root.width / width, root.height / height)
        transformOrigin: Item.TopLeft
        width: 1920
        x: (root.width - width * scale) / 2
        y: (root.height - height * scale) / 2

        Rectangle {
            id: head

            color: Theme.demo
            height: 136
            width: parent.width

            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: 48
                anchors.rightMargin: 48
                spacing: 28

                Tag {
                    color: Theme.surface
                    ink: Theme.demoInk
                    text: root.step.tag
                }

                Title {
                    color: Theme.inkOnDeep
                    font.pixelSize: 60
                    text: root.step.title
                }

                Fitted {
                    Layout.maximumHeight: 136
                    color: Theme.inkOnDeep
                    font.pixelSize: 44
                    text: root.step.flowTitle
                }

                Item {
                    Layout.fillWidth: true
                }

                Title {
                    color: Theme.inkOnDeep
                    font.pixelSize: 44
                    text: root.step.stepText
                }
            }
        }

        Rectangle {
            id: mirror

            readonly property real fit: Math.min(800 / root.room.high, 1080 / root.room.wide)

            border.color: Theme.ink
            border.width: 4
            color: Theme.surface
            height: root.room.high * fit + 8
            radius: 12
            width: root.room.wide * fit + 8
            x: 48
            y: 136 + (848 - height) / 2

            Image {
                cache: false
                height: root.room.high * mirror.fit
                smooth: true
                source: "image://mirror/" + root.room.frame
                width: root.room.wide * mirror.fit
                x: 4
                y: 4
            }

            Rectangle {
                antialiasing: true
                border.color: Theme.surface
                border.width: 4
                color: Theme.demo
                height: 28
                radius: 14
                visible: root.room.finger.x >= 0
                width: 28
                x: 4 + root.room.finger.x * mirror.fit - 14
                y: 4 + root.room.finger.y * mirror.fit - 14
            }
        }

        ColumnLayout {
            height: 848 - 48
            spacing: 24
            width: 1920 - x - 48
            x: mirror.x + mirror.width + 40
            y: 136 + 24

            Rectangle {
                Layout.fillWidth: true
                border.color: Theme.line
                border.width: 2
                color: Theme.surface
                implicitHeight: now.implicitHeight + 64
                radius: 24

                ColumnLayout {
                    id: now

                    spacing: 12
                    width: parent.width - 80
                    x: 40
                    y: 32

                    Title {
                        Layout.fillWidth: true
                        color: Theme.demoInk
                        font.pixelSize: 64
                        text: root.step.sentence
                        wrapMode: Text.Wrap
                    }

                    Label {
                        Layout.fillWidth: true
                        color: root.step.wrong ? Theme.warnInk : Theme.ink2
                        font.pixelSize: 40
                        text: root.step.detail
                        wrapMode: Text.Wrap
                    }
                }
            }

            Rectangle {
                Layout.fillHeight: true
                Layout.fillWidth: true
                border.color: Theme.line
                border.width: 2
                clip: true
                color: Theme.surface
                radius: 24
                visible: root.learning

                GridLayout {
                    anchors.fill: parent
                    anchors.margins: 24
                    columnSpacing: 24
                    columns: 2
                    flow: GridLayout.TopToBottom
                    rowSpacing: 4
                    rows: Math.ceil(stations.count / 2)
                    uniformCellWidths: true

                    Repeater {
                        id: stations

                        model: root.step.stations

                        Rectangle {
                            id: station

                            required property var modelData

                            Layout.fillHeight: true
                            Layout.fillWidth: true
                            border.color: Theme.demo
                            border.width: modelData.now ? 4 : 0
                            color: modelData.now ? Theme.demoTint : "transparent"
                            implicitHeight: 40
                            radius: 14

                            RowLayout {
                                anchors.fill: parent
                                anchors.leftMargin: 16
                                anchors.rightMargin: 8
                                spacing: 16

                                Disc {
                                    Layout.preferredHeight: 40
                                    color: station.modelData.done ? Theme.ok : station.modelData.now ? Theme.demo : Theme.control
                                    icon: station.modelData.done ? "tick" : ""
                                    text: station.modelData.done ? "" : station.modelData.number
                                }

                                Fitted {
                                    Layout.maximumHeight: station.height
                                    font.bold: station.modelData.now
                                    font.pixelSize: 36
                                    text: station.modelData.title
                                }

                                Item {
                                    Layout.fillWidth: true
                                }
                            }
                        }
                    }
                }
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: 40
                text: root.step.wentText
                visible: root.learning
            }
        }

        Rectangle {
            anchors.bottom: parent.bottom
            color: Theme.strip
            height: 96
            width: parent.width

            Label {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.stripInk
                font.pixelSize: 34
                text: root.step.classText
                x: 48
            }
        }
    }
}
