import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "../../ui/controls"

/** Below the page: which step it is, what to do, and what a helper would say. */
Rectangle {
    id: root

    required property TeacherViewModel step
    /** A keyboard, or a code to be scanned, needs the room. */
    required property bool compact

    /** Where words are large, less is written large. */
    readonly property bool dense: compact || Theme.labelsAbove

    Accessible.name: step.sentence
    Accessible.role: Accessible.Grouping
    color: Theme.surface
    implicitHeight: column.implicitHeight + 8 + Theme.gap
    objectName: "lesson.panel"

    Rectangle {
        color: Theme.demo
        height: 8
        width: parent.width
    }

    ColumnLayout {
        id: column

        spacing: root.dense ? 12 : Theme.gap
        width: parent.width
        y: 8

        Rectangle {
            Layout.fillWidth: true
            color: Theme.demoTint
            implicitHeight: 76
            visible: !root.compact

            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Theme.margin
                anchors.rightMargin: Theme.margin
                spacing: Theme.space

                Tag {
                    color: Theme.demo
                    text: root.step.tag
                }

                Title {
                    color: Theme.demoInk
                    font.pixelSize: Theme.frameNote
                    text: root.step.title
                }

                Fitted {
                    Layout.maximumHeight: 76
                    color: Theme.demoInk
                    font.pixelSize: Theme.frameSmall
                    text: root.step.promise
                }

                Item {
                    Layout.fillWidth: true
                }

                Title {
                    color: Theme.demoInk
                    font.pixelSize: Theme.frameNote
                    objectName: "lesson.step"
                    text: root.step.stepText
                }
            }
        }

        ProgressSegments {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            done: root.step.step
            filled: Theme.demo
            segment: 2000
            total: root.step.steps
            visible: !root.dense
        }

        GridLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            columnSpacing: Theme.inset
            columns: root.compact ? 2 : 1
            rowSpacing: root.dense ? 12 : Theme.gap

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.hair

                Title {
                    Layout.fillWidth: true
                    font.pixelSize: root.dense ? Theme.frameHeading : Theme.outcome
                    objectName: "lesson.sentence"
                    text: root.step.sentence
                    wrapMode: Text.Wrap
                }

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space
                    visible: !root.compact || root.step.wrong

                    Icon {
                        Layout.alignment: Qt.AlignTop
                        color: Theme.warnInk
                        name: "info"
                        size: 44
                        visible: root.step.wrong
                    }

                    Label {
                        Layout.fillWidth: true
                        color: root.step.wrong ? Theme.warnInk : Theme.ink2
                        font.bold: root.step.wrong
                        font.pixelSize: root.dense ? Theme.frameSmall : Theme.label
                        objectName: "lesson.detail"
                        text: root.step.detail
                        wrapMode: Text.Wrap
                    }
                }
            }

            RowLayout {
                Layout.fillWidth: !root.compact
                spacing: Theme.gap
                uniformCellSizes: !root.compact

                LessonButton {
                    Layout.fillWidth: true
                    objectName: "lesson.help"
                    primary: true
                    size: Theme.frameField
                    text: root.step.helpText
                    visible: text !== ""

                    onTapped: root.step.help()
                }

                LessonButton {
                    Layout.fillWidth: true
                    icon: "sound"
                    objectName: "lesson.hear"
                    size: Theme.frameField
                    text: root.step.hearText
                    visible: !root.compact

                    onTapped: root.step.hear()
                }

                LessonButton {
                    Layout.fillWidth: true
                    objectName: "lesson.choose"
                    size: Theme.frameField
                    text: root.step.chooseText
                    visible: !root.compact

                    onTapped: root.step.choose()
                }
            }
        }
    }
}
