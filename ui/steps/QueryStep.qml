pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** For when and for which insurance: periods to tick or to choose, two boxes, and what one is enrolled in. */
StepPage {
    id: root

    required property QueryViewModel step

    gap: Theme.gap
    primary: step.submitText

    onNext: step.next()

    before: [
        KeyValueCard {
            pairs: root.step.identity
        },
        KeyValueCard {
            heading: root.step.enrolledHeading
            pairs: root.step.enrolled
        }
    ]

    after: NoticeCard {
        heading: root.step.notesHeading
        sentences: root.step.notes
    }

    ErrorCard {
        text: root.step.problem
        waiting: root.step.loading
    }

    EmptyCard {
        inset: 40
        text: root.step.nothing
    }

    Card {
        id: form

        spacing: 24
        visible: root.step.known

        FieldRow {
            error: root.step.periodError
            field: "period"
            label: root.step.periodLabel
            visible: root.step.periods.length > 0

            FitGrid {
                id: periods

                count: root.step.periods.length
                leastColumns: root.step.several && count > 1 ? 2 : 1
                least: 96
                most: Theme.fieldHeight
                room: Math.max(104, root.roomAt(root.gap) - 2 * Theme.inset - 24 - Theme.fieldHeight)

                Rows {
                    id: list

                    rows: root.step.periods

                    OptionBox {
                        required property int index
                        readonly property var modelData: list.held[index]

                        Accessible.role: root.step.several ? Accessible.CheckBox : Accessible.RadioButton
                        caption: modelData.caption
                        chosen: modelData.chosen
                        height: periods.cellHeight
                        narrow: periods.columns > 1
                        objectName: "period." + modelData.id
                        text: modelData.title
                        ticking: root.step.several && periods.count > 1
                        width: periods.cellWidth

                        onTapped: root.step.choosePeriod(modelData.id)
                    }
                }
            }
        }

        InfoLine {
            text: root.step.ticked
            width: (parent?.width ?? 0) - x
            x: 272
        }

        FieldRow {
            error: root.step.insuranceError
            field: "insurance"
            label: root.step.insuranceLabel
            visible: label !== ""

            Choices {
                options: root.step.insurances
                wrong: root.step.insuranceError !== ""

                onChosen: id => root.step.chooseInsurance(id)
            }
        }
    }
}
