pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** Rows to read; what does not fit is on the next page. */
StepPage {
    id: root

    required property RecordsViewModel step

    primary: step.doneText
    wide: true

    onNext: step.done()

    ErrorCard {
        text: root.step.problem
        waiting: root.step.loading
    }

    EmptyCard {
        text: root.step.nothing
    }

    Grid {
        columns: root.landscape ? 2 : 1
        spacing: Theme.gap

        Rows {
            id: list

            rows: root.step.rows

            RecordCard {
                required property int index
                readonly property var modelData: list.held[index]

                amount: modelData.amount
                good: modelData.good
                pairs: modelData.pairs
                standing: modelData.state
                title: modelData.title
                width: root.landscape ? (root.contentWidth - Theme.gap) / 2 : root.contentWidth
            }
        }
    }

    Pager {
        nextText: root.step.nextText
        page: root.step.page
        pages: root.step.pages
        previousText: root.step.previousText
        text: root.step.pageText
        width: root.landscape ? (root.contentWidth - Theme.gap) / 2 : root.contentWidth

        onTurned: by => root.step.turn(by)
    }
}
