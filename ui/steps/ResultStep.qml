import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"

/** What became of the payment, with the numbers to keep. */
StepPage {
    id: root

    required property ResultViewModel step

    primary: step.doneText
    words: step

    onNext: step.done()

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
            text: root.step.advice
        }
    ]

    KeyValueCard {
        pairs: root.step.rows
    }
}
