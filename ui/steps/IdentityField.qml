pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "../controls"

/** One of the three fields of an identity: the kind is picked, number and name are typed. */
FieldRow {
    id: root

    required property IdentifyViewModel step

    error: field === "number" ? step.numberError : field === "name" ? step.nameError : ""

    Loader {
        sourceComponent: root.field === "kind" ? kind : root.field === "name" ? name : number
        width: parent?.width ?? 0
    }

    Component {
        id: kind

        SelectRow {
            objectName: "select.kind"
            text: root.step.kind

            onTapped: root.step.pickKind()
        }
    }

    Component {
        id: number

        InputField {
            active: root.step.active === "number"
            inputMethodHints: Qt.ImhPreferUppercase | Qt.ImhNoPredictiveText | Qt.ImhLatinOnly
            keypad: root.step.keypad
            name: root.label
            objectName: "field.number"
            shown: root.step.numberShown
            text: root.step.number
            wrong: root.step.numberError !== ""

            onAccepted: root.step.useNext()
            onEdited: text => root.step.setNumber(text)
            onErased: root.step.erase()
            onKeyed: key => root.step.press(key)
            onUsed: root.step.use("number")
        }
    }

    Component {
        id: name

        InputField {
            active: root.step.active === "name"
            name: root.label
            objectName: "field.name"
            text: root.step.name
            wrong: root.step.nameError !== ""

            onAccepted: root.step.useNext()
            onEdited: text => root.step.setName(text)
            onUsed: root.step.use("name")
        }
    }
}
