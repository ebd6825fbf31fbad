pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** What became of the payment of each of a household, with the numbers to keep. */
StepPage {
    id: root

    required property HouseholdResultViewModel step

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
            text: root.step.advice
        }
    ]

    Rows {
        id: list

        rows: root.step.people

        RecordCard {
            required property int index
            readonly property var modelData: list.held[index]

            amount: modelData.amount
            bad: modelData.bad
            good: modelData.good
            objectName: "member." + index
            pairs: modelData.pairs
            standing: modelData.state
            title: modelData.title
        }
    }

    KeyValueCard {
        pairs: root.step.rows
    }
}
