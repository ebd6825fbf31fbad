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

        Asked {
            id: insurance

            field: "insurance"

            Choices {
                options: root.step.insurances
                wrong: insurance.error !== ""

                onChosen: id => root.step.chooseInsurance(id)
            }
        }

        Asked {
            id: agency

            field: "agency"

            SelectRow {
                hint: root.step.placeholder
                objectName: "select.agency"
                text: root.step.agency
                width: parent?.width ?? 0
                wrong: agency.error !== ""

                onTapped: root.step.pickAgency()
            }
        }

        Asked {
            id: arrears

            field: "arrears"

            Choices {
                options: root.step.arrears
                wrong: arrears.error !== ""

                onChosen: id => root.step.chooseArrears(id)
            }
        }

        Asked {
            id: period

            field: "period"
            visible: !root.step.listed

            SelectRow {
                hint: root.step.placeholder
                objectName: "select.period"
                text: root.step.period
                width: parent?.width ?? 0
                wrong: period.error !== ""

                onTapped: root.step.pickPeriod()
            }
        }

        Asked {
            id: tier

            field: "tier"
            visible: !root.step.listed

            SelectRow {
                caption: root.step.base
                hint: root.step.placeholder
                objectName: "select.tier"
                text: root.step.tier
                width: parent?.width ?? 0
                wrong: tier.error !== ""

                onTapped: root.step.pickTier()
            }
        }
    }

    component Asked: FieldRow {
        error: root.step.errors[field] ?? ""
        label: root.step.labels[field] ?? ""
    }
}
