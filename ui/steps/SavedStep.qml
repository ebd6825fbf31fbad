pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** It is saved, and no money has moved: how much, where to, under which number, and what happens now. */
StepPage {
    id: root

    required property SavedViewModel step

    primary: step.submitText
    primaryEnabled: !step.slip.busy
    words: step

    onNext: step.submit()

    before: [
        OutcomeCard {
            headline: root.step.headline
            sentence: root.step.sentence
        },
        AmountCard {
            figure: root.step.amount
            size: root.landscape || root.step.slip.shown ? Theme.outcome : Theme.amount
            tinted: false
            title: root.step.amountTitle
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
        Card {
            spacing: 0

            Title {
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
                font.pixelSize: Theme.field
                text: root.step.whereTitle
                wrapMode: Text.Wrap
            }

            Repeater {
                model: root.step.where

                Sentence {
                    required property string modelData

                    Layout.fillWidth: true
                    sentence: modelData
                }
            }
        }
    ]

    KeyValueCard {
        close: root.landscape || root.step.slip.shown
        pairs: root.step.rows
    }

    Stations {
        heading: root.step.nextTitle
        stations: root.step.stations
    }
}
