import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** What is to be paid, to be read once more. */
StepPage {
    id: root

    required property SummaryViewModel step

    primary: step.nextText
    words: step

    onNext: step.next()

    before: AmountCard {
        caption: root.step.cover
        figure: root.step.amount
        // Beside the rows there is no room for a line more.
        size: Theme.px(root.landscape && caption !== "" ? 52 : 84)
        tinted: false
        title: root.step.amountLabel
    }

    after: [
        InfoLine {
            ink: Theme.demoInk
            text: root.step.demo
            tone: Theme.demo
        },
        NoticeCard {
            heading: root.step.notesHeading
            sentences: root.step.notes
        }
    ]

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

    Heading {
        text: root.step.heading
    }

    KeyValueCard {
        pairs: root.step.rows
        rowHeight: Theme.px(root.landscape || root.step.notes.length > 0 ? 76 : 88)
    }
}
