pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "../controls"

/** One field of a form: picked on a screen of its own, typed, or a code that is sent first. */
FieldRow {
    id: root

    required property FormViewModel step
    required property string kind
    required property string hint

    readonly property string shown: step.shown[field] ?? ""
    readonly property bool active: step.active === field

    error: step.errors[field] ?? ""

    Loader {
        sourceComponent: root.kind === "picked" ? picked : root.kind === "code" ? code : typed
        width: parent?.width ?? 0
    }

    Component {
        id: picked

        SelectRow {
            hint: root.hint
            objectName: "select." + root.field
            text: root.shown
            wrong: root.error !== ""

            onTapped: root.step.pick(root.field)
        }
    }

    Component {
        id: typed

        InputField {
            active: root.active
            hint: root.hint
            inputMethodHints: root.active && root.step.capitals ? Qt.ImhPreferUppercase | Qt.ImhNoPredictiveText | Qt.ImhLatinOnly : Qt.ImhNone
            keypad: root.active && root.step.keypad
            name: root.label
            objectName: "field." + root.field
            shown: root.shown
            text: root.step.texts[root.field] ?? ""
            wrong: root.error !== ""

            onAccepted: root.step.useNext()
            onEdited: text => root.step.write(root.field, text)
            onErased: root.step.erase()
            onKeyed: key => root.step.press(key)
            onUsed: root.step.use(root.field)
        }
    }

    Component {
        id: code

        Item {
            implicitHeight: digits.implicitHeight

            InputField {
                id: digits

                active: root.active
                hint: root.hint
                keypad: true
                name: root.label
                objectName: "field." + root.field
                text: root.shown
                width: parent.width - send.width - 16
                wrong: root.error !== ""

                onErased: root.step.erase()
                onKeyed: key => root.step.press(key)
                onUsed: root.step.use(root.field)
            }

            SecondaryButton {
                id: send

                anchors.right: parent.right
                enabled: root.step.canSendCode
                height: digits.height
                objectName: "send." + root.field
                size: Theme.label
                text: root.step.codeText
                width: 260

                onTapped: root.step.sendCode(root.field)
            }
        }
    }
}
