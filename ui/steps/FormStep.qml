pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** A form: its fields in the guide's order, and the keypad while a number is typed. */
StepPage {
    id: root

    required property FormViewModel step

    readonly property string counted: step.keypad.counted
    /** In landscape many fields stand in two columns. */
    readonly property bool paired: landscape && step.fields.length > 6 && !(squat && Theme.labelsAbove)
    /** What is advised stands at the right, as long as there is room. */
    readonly property bool advised: landscape && crowding === 0
    /** The keyboard leaves little height, and words are large. */
    readonly property bool low: landscape && covered > 0 && Theme.scale > 1

    keyed: true
    primary: step.submitText
    primaryEnabled: !step.busy
    secondary: step.otherText
    secondaryEnabled: !step.busy
    words: step

    // Where keys would hide what need not be typed, they come with the finger.
    Component.onCompleted: if (step.read.wanted !== "" && (Theme.labelsAbove || landscape && !step.keypad.shown))
        step.use("")
    onCountedChanged: follow()
    onNext: step.submit()
    onOther: step.other()

    Binding {
        property: "typing"
        target: root.frame
        value: root.step.typing
    }

    foot: Loader {
        active: root.step.keypad.shown
        height: active ? implicitHeight : 0
        width: parent?.width ?? 0

        sourceComponent: Keypad {
            caption: root.step.typing
            characters: root.step.keypad.keys
            clearText: root.step.keypad.clearText
            counted: root.step.keypad.counted
            deleteText: root.step.keypad.eraseText
            low: root.height < 770
            narrow: root.landscape
            nextText: root.step.keypad.nextText

            onCleared: root.step.keypad.clear()
            onErased: root.step.keypad.erase()
            onNext: root.step.keypad.next()
            onPressed: key => root.step.keypad.press(key)
        }
    }

    before: [
        ReadCard {
            low: root.typing || root.landscape
            read: root.step.read
            visible: root.step.read.wanted !== "" && !(root.landscape && root.covered > 0)
        },
        KeyValueCard {
            pairs: root.step.about
            // Beside a keypad that leaves it no room it is not in the way of what is typed.
            visible: pairs.length > 0 && root.step.fields.length > 0 && !(root.landscape && (root.covered > 0 || root.typing && implicitHeight > root.sideRoom))
        },
        KeyValueCard {
            pairs: root.step.overview
            visible: pairs.length > 0 && root.beside && !root.squat && root.covered > 0
        }
    ]

    after: InfoLine {
        text: root.advised && !root.typing ? root.step.advice : ""
    }

    ErrorCard {
        text: root.step.problem
    }

    Card {
        inset: root.paired ? 20 : 36
        pieces: fields
        visible: root.step.fields.length > 0

        GridLayout {
            id: fields

            columnSpacing: Theme.inset
            columns: root.paired ? 2 : 1
            rowSpacing: root.paired ? Theme.closest : root.step.fields.length > 6 && root.step.about.length > 0 ? Theme.space : 28
            uniformCellWidths: true

            Rows {
                id: list

                rows: root.step.fields

                FormField {
                    required property int index
                    readonly property var modelData: list.held[index]

                    Layout.alignment: Qt.AlignTop
                    field: modelData.key
                    hint: modelData.hint
                    kind: modelData.kind
                    label: modelData.label
                    optional: !modelData.required
                    above: root.paired
                    low: root.low
                    step: root.step
                }
            }
        }
    }

    KeyValueCard {
        pairs: root.step.about
        visible: root.step.fields.length === 0
    }

    InfoLine {
        text: root.advised ? "" : root.step.advice
    }

    Reading {
        agreeText: root.step.reading.agreeText
        heading: root.step.reading.heading
        paragraphs: root.step.reading.paragraphs
        parent: root
        refuseText: root.step.reading.refuseText
        visible: root.step.reading.shown
        words: root.step

        onAgreed: root.step.reading.agree(true)
        onRefused: root.step.reading.agree(false)
    }

    Loader {
        active: root.step.review.shown
        anchors.fill: parent
        parent: root
        z: 5

        sourceComponent: FormReview {
            frame: root.frame
            review: root.step.review
        }
    }
}
