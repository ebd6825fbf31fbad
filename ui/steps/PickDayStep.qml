pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import ".."
import "../controls"

/** A day: year and month are turned above, the month's days stand below under their weekdays. */
StepPage {
    id: root

    required property PickDayViewModel step

    readonly property int cell: (contentWidth - 6 * 12) / 7

    secondary: step.noneText
    wide: true

    onOther: step.choose("")

    Row {
        spacing: 16

        Turn {
            months: -12
            text: root.step.previousYearText
        }

        Turn {
            id: turn

            months: -1
            text: root.step.previousMonthText
        }

        Title {
            anchors.verticalCenter: parent.verticalCenter
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.month"
            text: root.step.monthText
            width: root.contentWidth - 4 * (turn.width + parent.spacing)
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

    Grid {
        columns: 7
        spacing: 12

        Repeater {
            model: root.step.weekdays

            Label {
                required property string modelData

                color: Theme.ink2
                horizontalAlignment: Text.AlignHCenter
                text: modelData
                width: root.cell
            }
        }

        Rows {
            id: list

            rows: root.step.rows

            DayBox {
                required property int index
                readonly property var modelData: list.held[index]

                chosen: modelData.chosen
                enabled: modelData.enabled
                height: root.landscape ? 84 : 128
                objectName: modelData.title === "" ? "" : "day." + modelData.id
                today: modelData.caption
                text: modelData.title
                width: root.cell

                onTapped: root.step.choose(modelData.id)
            }
        }
    }

    component Turn: SecondaryButton {
        required property int months

        enabled: months < 0 || root.step.hasLater
        height: Theme.fieldHeight
        objectName: "turn." + months
        size: Theme.label
        width: root.landscape ? 200 : 160

        onTapped: root.step.turn(months)
    }
}
