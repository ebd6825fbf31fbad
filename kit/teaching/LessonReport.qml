import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "../../ui/controls"

/** How it went: the time, what was touched wrongly, and what to do next. */
Overlay {
    id: root

    required property TeacherViewModel step

    color: Theme.veil
    name: step.sentence
    objectName: "lesson.report"

    Rectangle {
        anchors.centerIn: parent
        color: Theme.surface
        height: column.implicitHeight + 2 * Theme.insetLarge
        radius: Theme.cardRadius
        width: Math.min(parent.width - 2 * Theme.margin, Theme.dialogWidth)

        ColumnLayout {
            id: column

            spacing: Theme.gap
            width: parent.width - 2 * Theme.insetLarge
            x: Theme.insetLarge
            y: Theme.insetLarge

            Disc {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredHeight: 128
                color: Theme.demo
                icon: "tick"
            }

            Title {
                Layout.alignment: Qt.AlignHCenter
                font.pixelSize: Theme.outcome
                objectName: "lesson.outcome"
                text: root.step.sentence
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.row
                horizontalAlignment: Text.AlignHCenter
                objectName: "lesson.took"
                text: root.step.detail
                wrapMode: Text.Wrap
            }

            LessonButton {
                Layout.fillWidth: true
                objectName: "lesson.alone"
                primary: true
                text: root.step.aloneText

                onTapped: root.step.again(true)
            }

            LessonButton {
                Layout.fillWidth: true
                objectName: "lesson.again"
                text: root.step.againText

                onTapped: root.step.again(false)
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap
                uniformCellSizes: true

                LessonButton {
                    Layout.fillWidth: true
                    objectName: "lesson.choose"
                    text: root.step.chooseText

                    onTapped: root.step.choose()
                }

                LessonButton {
                    Layout.fillWidth: true
                    objectName: "lesson.leave"
                    text: root.step.leaveText

                    onTapped: root.step.leave()
                }
            }
        }
    }
}
