import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"

/** It is saved, under a number to keep. */
StepPage {
    id: root

    required property SavedViewModel step

    primary: step.submitText
    words: step

    onNext: step.submit()

    before: OutcomeCard {
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
