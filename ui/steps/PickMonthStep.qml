pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import ".."
import "../controls"

/** A month: the year is turned above, the twelve months stand below. */
StepPage {
    id: root

    required property PickMonthViewModel step

    wide: true

    Pager {
        nextText: root.step.nextText
        page: root.step.page
        pages: root.step.pages
        previousText: root.step.previousText
        size: Theme.title
        text: root.step.yearText

        onTurned: by => root.step.turn(by)
    }

    Grid {
        id: grid

        columns: root.landscape ? 4 : 3
        spacing: Theme.gap

        Rows {
            id: list

            rows: root.step.rows

            OptionBox {
                required property int index
                readonly property var modelData: list.held[index]

                caption: modelData.caption
                chosen: modelData.chosen
                enabled: modelData.enabled
                height: root.landscape ? 148 : 180
                narrow: true
                objectName: "option." + modelData.id
                text: modelData.title
                width: (root.contentWidth - (grid.columns - 1) * grid.spacing) / grid.columns

                onTapped: root.step.choose(modelData.id)
            }
        }
    }
}
