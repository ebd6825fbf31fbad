import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"

/** A choice is recorded and nothing was paid. */
StepPage {
    id: root

    required property RecordedViewModel step

    primary: step.doneText
    secondary: step.recordsText

    onNext: step.done()
    onOther: step.records()

    before: OutcomeCard {
        figure: root.step.amount
        headline: root.step.headline
        sentence: root.step.sentence
    }

    after: InfoLine {
        text: root.step.advice
    }

    KeyValueCard {
        pairs: root.step.rows
    }
}
