pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** How to pay, and what for once more. */
StepPage {
    id: root

    required property PickMethodViewModel step

    primary: step.nextText

    onNext: step.next()

    before: AmountCard {
        figure: root.step.amount
        size: 84
        tinted: false
        title: root.step.amountLabel
    }

    after: NoticeCard {
        heading: root.step.notesHeading
        sentences: root.step.notes
    }

    KeyValueCard {
        pairs: root.step.summary
        rowHeight: 66
    }

    Heading {
        text: root.step.heading
    }

    Repeater {
        model: root.step.methods

        OptionBox {
            required property var modelData

            caption: modelData.caption
            chosen: modelData.chosen
            height: Theme.px(120)
            objectName: "option." + modelData.id
            text: modelData.title
            width: parent?.width ?? 0
        }
    }
}
