pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../controls"

/** A month: the year is turned above, the twelve months stand below. */
StepPage {
    id: root

    required property PickMonthViewModel step

    wide: true
    words: step

    Pager {
        nextText: root.step.nextText
        page: root.step.page
        pages: root.step.pages
        previousText: root.step.previousText
        size: Theme.title
        text: root.step.yearText

        onTurned: by => root.step.turn(by)
    }

    GridLayout {
        columnSpacing: Theme.gap
        columns: root.landscape ? 4 : 3
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Rows {
            id: list

            rows: root.step.rows

            OptionBox {
                required property int index
                readonly property var modelData: list.held[index]

                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(implicitHeight, root.landscape ? 148 : Theme.px(180))
                caption: modelData.caption
                chosen: modelData.chosen
                enabled: modelData.enabled
                narrow: true
                objectName: "option." + modelData.id
                text: modelData.title

                onTapped: root.step.choose(modelData.id)
            }
        }
    }
}
