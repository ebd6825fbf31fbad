pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** A day: year and month stand above and can be chosen anew; below them what there is to choose now. */
StepPage {
    id: root

    required property PickDayViewModel step

    secondary: step.noneText
    wide: true
    words: step

    onOther: step.none()

    RowLayout {
        spacing: Theme.space

        Repeater {
            model: root.step.parts

            ChoiceBox {
                required property var modelData

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                chosen: modelData.chosen
                objectName: "part." + modelData.id
                text: modelData.title

                onTapped: root.step.turn(modelData.id)
            }
        }
    }

    Heading {
        objectName: "text.part"
        text: root.step.heading
        // Its weekdays say so where height is short.
        visible: !root.landscape || root.step.part !== "day"
    }

    GridLayout {
        columnSpacing: 12
        columns: root.landscape && root.step.part !== "day" ? 2 * root.step.columns : root.step.columns
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
                Layout.preferredHeight: root.landscape && root.step.part === "day" ? 84 : 128
                chosen: modelData.chosen
                enabled: modelData.enabled
                objectName: modelData.title === "" ? "" : root.step.part + "." + modelData.id
                text: modelData.title
                today: modelData.caption

                onTapped: root.step.choose(modelData.id)
            }
        }
    }
}
