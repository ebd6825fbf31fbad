import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"

/** What became of the payment, with the numbers to keep. */
StepPage {
    id: root

    required property ResultViewModel step

    /** Below the rows, where the right column is full. */
    readonly property bool advised: landscape && crowding > 0

    primary: step.doneText
    secondary: step.anotherText
    words: step

    onNext: step.done()
    onOther: step.another()

    before: OutcomeCard {
        figure: root.step.amount
        headline: root.step.headline
        kind: root.step.outcome === "posted" ? "good" : root.step.outcome === "refund" ? "bad" : "unknown"
        sentence: root.step.sentence
    }

    after: [
        NoticeCard {
            heading: root.step.notesHeading
            sentences: root.step.notes
        },
        InfoLine {
            text: root.advised ? "" : root.step.advice
        }
    ]

    KeyValueCard {
        pairs: root.step.rows
    }

    InfoLine {
        text: root.advised ? root.step.advice : ""
    }
}
