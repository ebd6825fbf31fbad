pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** What is to be paid, for whom: five fields that depend on each other, and the amount they come to. */
StepPage {
    id: root

    required property ConfirmViewModel step

    readonly property list<Item> asked: [insurance, agency, arrears, period, tier].filter(field => field.visible)
    readonly property real fieldsHeight: asked.reduce((sum, field) => sum + field.implicitHeight, 0)
    /** What is left for the space between the fields. */
    readonly property real spare: roomAt(gap) - (problem.visible ? problem.height + gap : 0) - 2 * Theme.inset - fieldsHeight

    gap: Theme.gap
    primary: step.nextText
    secondary: step.stopText

    onNext: step.next()
    onOther: step.stop()

    before: KeyValueCard {
        pairs: root.step.identity
    }

    after: [
        InfoLine {
            objectName: "text.note"
            text: problem.visible ? "" : root.step.note
        },
        InfoLine {
            ink: Theme.demoInk
            text: root.step.demo
            tone: Theme.demo
        },
        AmountCard {
            caption: root.step.amountFor
            figure: root.step.amount
            size: root.landscape ? 64 : 76
            title: root.step.amountLabel
            visible: root.step.amount !== ""
        }
    ]

    ErrorCard {
        id: problem

        text: root.step.problem
        waiting: root.step.loading
    }

    Card {
        spacing: Math.max(8, Math.min(24, root.spare / Math.max(1, root.asked.length - 1)))

        FieldRow {
            id: insurance

            error: root.step.errors[0] ?? ""
            field: "insurance"
            label: root.step.labels[0] ?? ""

            Choices {
                options: root.step.insurances
                wrong: root.step.errors[0] !== ""

                onChosen: id => root.step.chooseInsurance(id)
            }
        }

        FieldRow {
            id: agency

            error: root.step.errors[1] ?? ""
            field: "agency"
            label: root.step.labels[1] ?? ""

            SelectRow {
                hint: root.step.placeholder
                objectName: "select.agency"
                text: root.step.agency
                width: parent?.width ?? 0
                wrong: root.step.errors[1] !== ""

                onTapped: root.step.pickAgency()
            }
        }

        FieldRow {
            id: arrears

            error: root.step.errors[2] ?? ""
            field: "arrears"
            label: root.step.labels[2] ?? ""

            Choices {
                options: root.step.arrears
                wrong: root.step.errors[2] !== ""

                onChosen: id => root.step.chooseArrears(id)
            }
        }

        FieldRow {
            id: period

            error: root.step.errors[3] ?? ""
            field: "period"
            label: root.step.labels[3] ?? ""
            visible: !root.step.listed

            SelectRow {
                hint: root.step.placeholder
                objectName: "select.period"
                text: root.step.period
                width: parent?.width ?? 0
                wrong: root.step.errors[3] !== ""

                onTapped: root.step.pickPeriod()
            }
        }

        FieldRow {
            id: tier

            error: root.step.errors[4] ?? ""
            field: "tier"
            label: root.step.labels[4] ?? ""
            visible: !root.step.listed

            SelectRow {
                caption: root.step.base
                hint: root.step.placeholder
                objectName: "select.tier"
                text: root.step.tier
                width: parent?.width ?? 0
                wrong: root.step.errors[4] !== ""

                onTapped: root.step.pickTier()
            }
        }
    }
}
