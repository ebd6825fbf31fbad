pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** A form: its fields in the guide's order, and the keypad while a number is typed. */
StepPage {
    id: root

    required property FormViewModel step

    /** In landscape many fields stand in two columns. */
    readonly property bool paired: landscape && step.fields.length > 6

    below: step.errors[step.active] ? (landscape ? 72 : 140) : 32
    primary: step.submitText
    primaryEnabled: !step.busy
    secondary: step.otherText
    secondaryEnabled: !step.busy

    onNext: step.submit()
    onOther: step.other()

    Binding {
        property: "typing"
        target: Theme
        value: root.step.typing
    }

    foot: Loader {
        active: root.step.keypad
        height: active ? implicitHeight : 0
        width: parent?.width ?? 0

        sourceComponent: Keypad {
            caption: root.step.typing
            characters: root.step.keys
            clearText: root.step.clearText
            counted: root.step.counted
            deleteText: root.step.deleteText
            nextText: root.step.nextFieldText

            onCleared: root.step.clear()
            onErased: root.step.erase()
            onNext: root.step.useNext()
            onPressed: key => root.step.press(key)
        }
    }

    before: [
        KeyValueCard {
            opacity: root.lifted > 0 ? 0 : 1
            pairs: root.step.about
            visible: pairs.length > 0 && root.step.fields.length > 0 && !(root.landscape && Theme.covered > 0)
        },
        KeyValueCard {
            pairs: root.step.overview
            visible: root.landscape && Theme.covered > 0
        }
    ]

    ErrorCard {
        text: root.step.problem
    }

    Card {
        id: form

        inset: root.paired ? 20 : 36
        visible: root.step.fields.length > 0

        Grid {
            id: fields

            columnSpacing: 32
            columns: root.paired ? 2 : 1
            rowSpacing: root.paired ? 8 : root.step.fields.length > 6 && root.step.about.length > 0 ? 16 : 28
            width: parent?.width ?? 0

            Rows {
                id: list

                rows: root.step.fields

                FormField {
                    required property int index
                    readonly property var modelData: list.held[index]

                    dense: root.step.fields.length > 6
                    field: modelData.key
                    hint: modelData.hint
                    kind: modelData.kind
                    label: modelData.label
                    opacity: form.y + form.inset + y + root.firstY < root.lifted ? 0 : 1
                    optional: !modelData.required
                    stacked: root.paired
                    step: root.step
                    width: (fields.width - (fields.columns - 1) * fields.columnSpacing) / fields.columns
                }
            }
        }
    }

    KeyValueCard {
        pairs: root.step.about
        visible: root.step.fields.length === 0
    }

    InfoLine {
        opacity: y + height + root.firstY - root.lifted > root.end ? 0 : 1
        text: root.step.advice
    }

    Reading {
        agreeText: root.step.agreeText
        heading: root.step.readingHeading
        paragraphs: root.step.paragraphs
        parent: root
        refuseText: root.step.refuseText
        visible: root.step.reading

        onAgreed: root.step.agree(true)
        onRefused: root.step.agree(false)
    }
}
