pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
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
    columns: landscape && crowding === 0 && !list.alone ? 2 : 1
    wide: true
    words: step

    onNext: step.submit()
    onOther: step.other()

    onCrowdingChanged: step.spread(crowding > 0)

    turning: Pager {
        nextText: root.step.nextPageText
        page: root.step.page
        pages: root.step.pages
        previousText: root.step.previousPageText
        text: root.step.pageText

        onTurned: by => root.step.turn(by)
    }

    KeyValueCard {
        pairs: root.step.about
    }

    GridLayout {
        columnSpacing: Theme.gap
        columns: root.landscape ? 2 : 1
        rowSpacing: Theme.gap
        visible: root.step.caution !== "" || root.step.done !== ""

        NoticeCard {
            Layout.preferredWidth: 2
            close: root.landscape
            heading: root.step.cautionHeading
            objectName: "text.caution"
            sentences: root.step.caution ? [root.step.caution] : []
        }

        InfoLine {
            readonly property color paint: root.step.success === "good" ? Theme.ok : root.step.success === "bad" ? Theme.error : Theme.warnInk

            Layout.preferredWidth: 1
            icon: root.step.success === "good" ? "tick" : root.step.success === "bad" ? "warning" : "clock"
            ink: paint
            objectName: "text.done"
            text: root.step.done
            tone: paint
        }
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
                bad: modelData.bad
                good: modelData.good
                objectName: "row." + modelData.id
                over: modelData.over
                pairs: modelData.pairs
                roomy: list.alone && !(root.landscape && (root.step.caution || modelData.actions.length > 2))
                single: list.count === 1
                standing: modelData.state
                title: modelData.title
                usable: root.step.ready

                onActed: action => root.step.act(modelData.id, action)
            }
        }
    }

    InfoLine {
        text: root.step.note
    }

    Question {
        noText: root.step.question.noText
        parent: root
        question: root.step.question.text
        yesText: root.step.question.yesText

        onAnswered: yes => root.step.question.answer(yes)
    }
}
