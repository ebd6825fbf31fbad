import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"

/** A choice is recorded and nothing was paid. */
StepPage {
    id: root

    required property RecordedViewModel step

    primary: step.doneText
    secondary: step.payText
    words: step

    onNext: step.done()
    onOther: step.pay()

    before: OutcomeCard {
        figure: root.step.amount
        headline: root.step.headline
        kind: "neutral"
        sentence: root.step.sentence
    }

    after: InfoLine {
        text: root.step.advice
    }

    KeyValueCard {
        pairs: root.step.rows
    }
}
