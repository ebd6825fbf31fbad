pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** What is out of service and what is not, taken out and back by a touch; the logs on a stick, and the program's end. */
StepPage {
    id: root

    required property SettingsViewModel step

    primary: step.submitText
    primaryEnabled: !step.busy && !step.program.busy
    words: step

    onNext: step.submit()

    after: [
        Heading {
            size: Theme.label
            text: root.step.program.heading
        },
        Card {
            inset: Theme.space
            pieces: column
            sideInset: Theme.gap
            spacing: Theme.space

            Rows {
                id: deeds

                rows: root.step.program.deeds

                DeedRow {
                    required property int index

                    deed: deeds.held[index]

                    onDone: root.step.program.act(deed.id)
                }
            }
        }
    ]
    InfoLine {
        id: done

        readonly property color paint: root.step.problem ? Theme.error : Theme.ok

        icon: root.step.problem ? "warning" : root.step.program.busy ? "clock" : "tick"
        ink: paint
        objectName: "text.done"
        text: root.step.problem || root.step.done
        tone: paint

        // What was touched may stand on another page.
        onTextChanged: if (text !== "")
            told.show()

        Reveal {
            id: told

            item: done
        }
    }

    Heading {
        remark: root.step.remark
        size: Theme.label
        text: root.step.heading
        // What has been done stands in its place.
        visible: !root.step.problem && !root.step.done
    }

    GridLayout {
        id: halves

        readonly property Item pieces: halves

        columnSpacing: Theme.gap
        columns: Theme.labelsAbove ? 1 : 2
        rowSpacing: Theme.space
        uniformCellWidths: true

        ColumnLayout {
            id: ways

            readonly property Item pieces: ways

            Layout.alignment: Qt.AlignTop
            spacing: Theme.space

            StandingCard {
                rows: root.step.whole

                onChosen: id => root.step.choose(id)
            }

            StandingCard {
                rows: root.step.channels

                onChosen: id => root.step.choose(id)
            }
        }

        StandingCard {
            Layout.alignment: Qt.AlignTop
            rows: root.step.matters

            onChosen: id => root.step.choose(id)
        }
    }

    Question {
        noText: root.step.question.noText
        parent: root
        question: root.step.question.text
        yesText: root.step.question.yesText

        onAnswered: yes => root.step.question.answer(yes)
    }
}
