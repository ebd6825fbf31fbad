import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"

/** A choice is recorded and nothing was paid. */
StepPage {
    id: root

    required property RecordedViewModel step

    primary: step.doneText
    primaryEnabled: !step.slip.busy
    secondary: step.payText
    secondaryEnabled: !step.slip.busy
    words: step

    onNext: step.done()
    onOther: step.pay()

    before: [
        OutcomeCard {
            figure: root.step.amount
            headline: root.step.headline
            kind: "neutral"
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
        InfoLine {
            text: root.step.advice
        }
    ]

    KeyValueCard {
        pairs: root.step.rows
    }
}
