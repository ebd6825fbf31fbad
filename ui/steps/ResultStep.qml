import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** What became of the payment, with the numbers to keep. */
StepPage {
    id: root

    required property ResultViewModel step

    /** Below the rows, where the right column is full. */
    readonly property bool advised: landscape && crowding > 0

    primary: step.doneText
    primaryEnabled: !step.slip.busy
    secondary: step.anotherText
    secondaryEnabled: !step.slip.busy
    words: step

    onNext: step.done()
    onOther: step.another()

    before: [
        OutcomeCard {
            figure: root.step.amount
            headline: root.step.headline
            kind: root.step.outcome === "posted" ? "good" : root.step.outcome === "refund" ? "bad" : "unknown"
            sentence: root.step.sentence
        },
        SlipCard {
            slip: root.step.slip
            visible: root.landscape && slip.shown
        }
    ]

    after: [
        SlipCard {
            slip: root.step.slip
            visible: !root.landscape && slip.shown
        },
        NoticeCard {
            heading: root.step.notesHeading
            sentences: root.step.notes
        },
        InfoLine {
            text: root.advised || root.step.slip.shown ? "" : root.step.advice
        }
    ]

    KeyValueCard {
        close: root.step.slip.shown
        pairs: root.step.rows
        rowHeight: Theme.px(!root.step.slip.shown ? 70 : root.landscape ? 52 : 60)
    }

    InfoLine {
        text: root.advised && !root.step.slip.shown ? root.step.advice : ""
    }
}
