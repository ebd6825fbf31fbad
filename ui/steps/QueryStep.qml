pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
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
    words: step

    onNext: step.next()

    before: [
        KeyValueCard {
            close: root.crowding > 0
            pairs: root.step.identity
        },
        KeyValueCard {
            close: root.crowding > 0
            heading: root.step.enrolledHeading
            pairs: root.step.enrolled
        }
    ]

    after: NoticeCard {
        close: root.crowding > 0
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

        pieces: column
        spacing: Theme.gap
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
                least: Theme.touch
                leastWidth: Theme.px(200)
                most: Theme.fieldHeight
                room: root.roomBeside(form) - 2 * Theme.inset - Theme.gap - Theme.fieldHeight
                width: parent?.width ?? 0

                Rows {
                    id: list

                    rows: root.step.periods

                    OptionBox {
                        required property int index
                        readonly property var modelData: list.held[index]

                        Accessible.role: root.step.several ? Accessible.CheckBox : Accessible.RadioButton
                        caption: modelData.caption
                        Layout.fillHeight: true
                        Layout.fillWidth: true
                        Layout.minimumHeight: periods.cellHeight
                        chosen: modelData.chosen
                        narrow: periods.columns > 1
                        objectName: "period." + modelData.id
                        text: modelData.title
                        ticking: root.step.several && periods.count > 1

                        onTapped: root.step.choosePeriod(modelData.id)
                    }
                }
            }
        }

        InfoLine {
            Layout.leftMargin: Theme.labelsAbove ? 0 : Theme.labelWidth + Theme.gap
            text: root.step.ticked
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
