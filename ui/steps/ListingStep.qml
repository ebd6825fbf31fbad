pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** Rows of certificates or payments, each with its button, or one button for all; what does not fit is overleaf. */
StepPage {
    id: root

    required property ListingViewModel step

    primary: step.submitText
    primaryEnabled: step.ready
    wide: true

    onNext: step.submit()

    KeyValueCard {
        pairs: root.step.about
    }

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

                action: root.step.eachText
                amount: modelData.amount
                good: modelData.good
                objectName: "row." + modelData.id
                pairs: modelData.pairs
                standing: modelData.state
                title: modelData.title
                usable: root.step.ready
                width: root.landscape ? (root.contentWidth - Theme.gap) / 2 : root.contentWidth

                onTapped: root.step.choose(modelData.id)
            }
        }
    }

    Pager {
        page: root.step.page
        pages: root.step.pages
        text: root.step.pageText
        width: root.landscape ? (root.contentWidth - Theme.gap) / 2 : root.contentWidth
        words: root.step.turnTexts

        onTurned: by => root.step.turn(by)
    }
}
