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

        Repeater {
            model: [-12, -1, 0, 1, 12]

            Item {
                id: place

                required property int index
                required property int modelData

                height: Theme.fieldHeight
                width: index === 2 ? root.contentWidth - 4 * (turn.width + 16) : turn.width

                SecondaryButton {
                    id: turn

                    enabled: place.modelData < 0 || root.step.hasLater
                    height: parent.height
                    objectName: "turn." + place.modelData
                    size: Theme.label
                    text: root.step.turnTexts[place.index < 2 ? place.index : place.index - 1] ?? ""
                    visible: place.modelData !== 0
                    width: root.landscape ? 200 : 160

                    onTapped: root.step.turn(place.modelData)
                }

                Title {
                    anchors.centerIn: parent
                    font.pixelSize: Theme.heading
                    objectName: "text.month"
                    text: root.step.monthText
                    visible: place.modelData === 0
                }
            }
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
}
