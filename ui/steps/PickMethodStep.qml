pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** How to pay, and what for once more. */
StepPage {
    id: root

    required property PickMethodViewModel step

    primary: step.nextText
    secondary: step.togetherText
    words: step

    onNext: step.next()
    onOther: step.together()

    before: AmountCard {
        caption: root.step.cover
        figure: root.step.amount
        size: Theme.px(84)
        tinted: false
        title: root.step.amountLabel
    }

    after: NoticeCard {
        heading: root.step.notesHeading
        sentences: root.step.notes
    }

    InfoLine {
        icon: "warning"
        ink: Theme.warnInk
        objectName: "text.paper"
        text: root.step.paper
        tone: Theme.warnInk
    }

    InfoLine {
        icon: "tick"
        ink: Theme.ok
        objectName: "text.done"
        text: root.step.done
        tone: Theme.ok
    }

    KeyValueCard {
        pairs: root.step.summary
        rowHeight: Theme.px(66)
    }

    Heading {
        text: root.step.heading
    }

    Repeater {
        model: root.step.methods

        OptionBox {
            required property var modelData

            Layout.fillWidth: true
            Layout.minimumHeight: Theme.px(120)
            caption: modelData.caption
            chosen: modelData.chosen
            objectName: "option." + modelData.id
            text: modelData.title
        }
    }
}
