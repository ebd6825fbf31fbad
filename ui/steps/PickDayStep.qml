pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../controls"

/** A day: year and month are turned above, the month's days stand below under their weekdays. */
StepPage {
    id: root

    required property PickDayViewModel step

    secondary: step.noneText
    wide: true
    words: step

    onOther: step.choose("")

    RowLayout {
        spacing: Theme.space

        Turn {
            months: -12
            text: root.step.previousYearText
        }

        Turn {
            months: -1
            text: root.step.previousMonthText
        }

        Title {
            Layout.fillWidth: true
            Layout.preferredWidth: 0
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.month"
            text: root.step.monthText
            wrapMode: Text.Wrap
        }

        Turn {
            months: 1
            text: root.step.nextMonthText
        }

        Turn {
            months: 12
            text: root.step.nextYearText
        }
    }

    GridLayout {
        columnSpacing: 12
        columns: 7
        rowSpacing: 12
        uniformCellWidths: true

        Repeater {
            model: root.step.weekdays

            Label {
                required property string modelData

                Layout.fillWidth: true
                color: Theme.ink2
                font.pixelSize: Theme.frameNote
                fontSizeMode: Text.HorizontalFit
                horizontalAlignment: Text.AlignHCenter
                minimumPixelSize: Theme.least
                text: modelData
            }
        }

        Rows {
            id: list

            rows: root.step.rows

            DayBox {
                required property int index
                readonly property var modelData: list.held[index]

                Layout.fillWidth: true
                Layout.preferredHeight: root.landscape ? 84 : 128
                chosen: modelData.chosen
                enabled: modelData.enabled
                objectName: modelData.title === "" ? "" : "day." + modelData.id
                today: modelData.caption
                text: modelData.title

                onTapped: root.step.choose(modelData.id)
            }
        }
    }

    component Turn: SecondaryButton {
        required property int months

        Layout.preferredHeight: root.landscape && Theme.labelsAbove ? Theme.touch : Theme.fieldHeight
        Layout.preferredWidth: root.landscape ? Theme.px(200) : 160
        enabled: months < 0 || root.step.hasLater
        objectName: "turn." + months
        size: Theme.label

        onTapped: root.step.turn(months)
    }
}
