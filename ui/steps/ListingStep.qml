pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** Rows, each with its buttons, or one button for all; what does not fit is overleaf. Some buttons ask first. */
StepPage {
    id: root

    required property ListingViewModel step

    primary: step.submitText
    primaryEnabled: step.ready
    secondary: step.otherText
    secondaryEnabled: step.ready
    wide: true

    onNext: step.submit()
    onOther: step.other()

    KeyValueCard {
        pairs: root.step.about
    }

    NoticeCard {
        heading: root.step.cautionHeading
        objectName: "text.caution"
        sentences: root.step.caution ? [root.step.caution] : []
    }

    ErrorCard {
        text: root.step.problem
        waiting: root.step.loading
    }

    InfoLine {
        icon: "tick"
        ink: Theme.ok
        objectName: "text.done"
        text: root.step.done
        tone: Theme.ok
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

                actions: modelData.actions
                amount: modelData.amount
                good: modelData.good
                objectName: "row." + modelData.id
                pairs: modelData.pairs
                standing: modelData.state
                title: modelData.title
                usable: root.step.ready
                width: root.landscape ? (root.contentWidth - Theme.gap) / 2 : root.contentWidth

                onActed: action => root.step.act(modelData.id, action)
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

    Question {
        noText: root.step.noText
        parent: root
        question: root.step.question
        yesText: root.step.yesText

        onAnswered: yes => root.step.answer(yes)
    }
}
