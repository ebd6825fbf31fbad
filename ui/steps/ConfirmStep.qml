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

    gap: Theme.gap
    primary: step.stops ? step.stopText : step.nextText
    secondary: step.stops ? step.nextText : step.stopText
    words: step

    onNext: step.stops ? step.stop() : step.next()
    onOther: step.stops ? step.next() : step.stop()

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
            text: root.step.sum.demo
            tone: Theme.demo
        },
        AmountCard {
            caption: root.step.sum.paidFor
            figure: root.step.sum.amount
            size: root.landscape ? Theme.px(64) : Theme.amount
            title: root.step.sum.label
            visible: root.step.sum.amount !== ""
        }
    ]

    ErrorCard {
        id: problem

        text: root.step.problem
        waiting: root.step.loading
    }

    Card {
        id: form

        readonly property list<Item> asked: [insurance, agency, arrears, period, tier].filter(field => field.visible)
        readonly property real fields: asked.reduce((sum, field) => sum + field.implicitHeight, 0)

        pieces: column
        // Where height is short, the fields move together.
        spacing: Math.max(Theme.hair, Math.min(Theme.gap, (root.roomBeside(form) - 2 * inset - fields) / Math.max(1, asked.length - 1)))

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
                label: agency.label
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
                label: period.label
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
                caption: root.step.sum.base
                hint: root.step.placeholder
                label: tier.label
                objectName: "select.tier"
                text: root.step.sum.tier
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
