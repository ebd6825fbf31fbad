pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** Something is taken out of service: what visitors are told, until when, and how they will see it. */
StepPage {
    id: root

    required property SuspendViewModel step

    primary: step.submitText
    primaryEnabled: !step.busy
    words: step

    onNext: step.submit()

    after: [
        NoticeCard {
            heading: root.step.shownHeading
            icon: "eye"
            objectName: "text.shown"
            sentences: [root.step.shownText]
        }
    ]

    ErrorCard {
        text: root.step.problem
    }

    Heading {
        remark: root.step.remark
        text: root.step.heading
    }

    Heading {
        size: Theme.label
        text: root.step.messageHeading
    }

    OptionGrid {
        leastColumns: Theme.labelsAbove ? 1 : 2
        most: Theme.fieldHeight
        options: root.step.messages
        room: root.room

        onChosen: id => root.step.chooseMessage(id)
    }

    Heading {
        size: Theme.label
        text: root.step.endHeading
    }

    OptionGrid {
        leastColumns: Theme.labelsAbove ? 1 : 2
        most: Theme.fieldHeight
        options: root.step.ends
        room: root.room

        onChosen: id => root.step.chooseEnd(id)
    }
}
