pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** Rows to read; what does not fit is on the next page. */
StepPage {
    id: root

    required property RecordsViewModel step

    primary: step.doneText
    primaryEnabled: !step.slip.busy
    columns: landscape && crowding === 0 && !list.alone ? 2 : 1
    wide: true
    words: step

    onNext: step.done()

    onCrowdingChanged: step.spread(crowding > 0)

    turning: Pager {
        nextText: root.step.nextPageText
        page: root.step.page
        pages: root.step.pages
        previousText: root.step.previousPageText
        text: root.step.pageText

        onTurned: by => root.step.turn(by)
    }

    ErrorCard {
        text: root.step.problem
        waiting: root.step.loading
    }

    EmptyCard {
        text: root.step.nothing
    }

    GridLayout {
        id: records

        readonly property Item pieces: records

        columnSpacing: Theme.gap
        columns: root.columns
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Rows {
            id: list

            readonly property bool alone: count === 1 && root.step.pages === 1

            rows: root.step.rows

            RecordCard {
                required property int index
                readonly property var modelData: list.held[index]

                Layout.alignment: Qt.AlignTop
                actions: modelData.actions
                amount: modelData.amount
                good: modelData.good
                objectName: "row." + modelData.id
                pairs: modelData.pairs
                roomy: list.alone
                standing: modelData.state
                title: modelData.title

                onActed: root.step.reprint(modelData.id)
            }
        }
    }

    SlipCard {
        slip: root.step.slip
    }
}
