pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** Everybody who is paid for by one code, a way to add another, and the sum. */
StepPage {
    id: root

    required property HouseholdViewModel step

    component Sum: AmountCard {
        caption: root.step.amountCaption
        figure: root.step.amount
        size: Theme.amount
        title: root.step.amountLabel
    }

    primary: step.nextText
    primaryEnabled: step.ready
    words: step

    onNext: step.next()

    before: Sum {
        visible: root.landscape
    }

    after: [
        SecondaryButton {
            Layout.fillWidth: true
            enabled: root.step.addEnabled
            icon: "plus"
            objectName: "add"
            text: root.step.addText

            onTapped: root.step.add()
        },
        InfoLine {
            objectName: "text.full"
            text: root.step.full
        },
        Sum {
            visible: !root.landscape
        },
        InfoLine {
            text: root.step.notes.join("\n")
        }
    ]

    InfoLine {
        icon: "warning"
        ink: Theme.warnInk
        objectName: "text.paper"
        text: root.step.paper
        tone: Theme.warnInk
    }

    Heading {
        remark: root.step.counted
        text: root.step.heading
    }

    InfoLine {
        icon: "tick"
        ink: Theme.ok
        objectName: "text.done"
        text: root.step.done
        tone: Theme.ok
    }

    InfoLine {
        icon: "warning"
        ink: Theme.errorInk
        objectName: "text.problem"
        text: root.step.problem
        tone: Theme.error
    }

    Rows {
        id: list

        rows: root.step.people

        PersonCard {
            required property int index
            readonly property var modelData: list.held[index]

            amount: modelData.amount
            name: modelData.name
            number: modelData.number
            objectName: "member." + modelData.id
            removeName: "remove." + modelData.id
            removeText: root.step.removeText
            what: modelData.what

            onRemoved: root.step.remove(modelData.id)
        }
    }

}
