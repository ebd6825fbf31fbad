import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "../../ui/controls"

/** Beside a wide terminal: which step it is, what to do, and what a helper would say. */
Rectangle {
    id: root

    required property TeacherViewModel step
    property bool landscape: true

    Accessible.name: step.sentence
    Accessible.role: Accessible.Grouping
    clip: true
    color: Theme.surface
    implicitWidth: step.shown === "lesson" ? 620 : 0
    objectName: "lesson.panel"

    Rectangle {
        color: Theme.demo
        height: parent.height
        width: 8
    }

    ColumnLayout {
        anchors.bottomMargin: Theme.inset
        anchors.fill: parent
        anchors.leftMargin: 8
        spacing: Theme.space

        Rectangle {
            Layout.fillWidth: true
            color: Theme.demo
            implicitHeight: 148

            ColumnLayout {
                anchors.left: parent.left
                anchors.leftMargin: Theme.inset
                anchors.right: parent.right
                anchors.rightMargin: Theme.inset
                anchors.verticalCenter: parent.verticalCenter
                spacing: 4

                RowLayout {
                    spacing: Theme.space

                    Tag {
                        color: Theme.surface
                        ink: Theme.demoInk
                        text: root.step.tag
                    }

                    Title {
                        Layout.fillWidth: true
                        color: Theme.inkOnDeep
                        font.pixelSize: Theme.frameHeading
                        text: root.step.title
                    }
                }

                Fitted {
                    color: Theme.inkOnDeep
                    font.pixelSize: Theme.frameSmall
                    text: root.step.promise
                }
            }
        }

        Label {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.inset
            Layout.rightMargin: Theme.inset
            color: Theme.ink2
            font.pixelSize: Theme.frameNote
            text: root.step.flowTitle
            wrapMode: Text.Wrap
        }

        Title {
            Layout.leftMargin: Theme.inset
            color: Theme.demoInk
            font.pixelSize: Theme.frameField
            objectName: "lesson.step"
            text: root.step.stepText
        }

        ProgressSegments {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.inset
            Layout.rightMargin: Theme.inset
            done: root.step.step
            filled: Theme.demo
            segment: 2000
            total: root.step.steps
        }

        Title {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.inset
            Layout.rightMargin: Theme.inset
            font.pixelSize: Theme.title
            objectName: "lesson.sentence"
            text: root.step.sentence
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.inset
            Layout.rightMargin: Theme.inset
            color: root.step.wrong ? Theme.warnInk : Theme.ink2
            font.bold: root.step.wrong
            font.pixelSize: Theme.label
            objectName: "lesson.detail"
            text: root.step.detail
            wrapMode: Text.Wrap
        }

        Item {
            Layout.fillHeight: true
        }

        LessonButton {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.inset
            Layout.rightMargin: Theme.inset
            objectName: "lesson.help"
            primary: true
            text: root.step.helpText
            visible: text !== ""

            onTapped: root.step.help()
        }

        LessonButton {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.inset
            Layout.rightMargin: Theme.inset
            icon: "sound"
            objectName: "lesson.hear"
            text: root.step.hearText

            onTapped: root.step.hear()
        }

        LessonButton {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.inset
            Layout.rightMargin: Theme.inset
            objectName: "lesson.choose"
            text: root.step.chooseText

            onTapped: root.step.choose()
        }
    }
}
