pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "../controls"

/** One field of a form: picked on a screen of its own, typed, a code that is sent first, a captcha, or a box to tick. */
FieldRow {
    id: root

    required property FormViewModel step
    required property string kind
    required property string hint

    readonly property int least: stacked || low ? Theme.touch : Theme.fieldHeight
    readonly property string wrong: step.errors[field] ?? ""
    readonly property string shown: step.shown[field] ?? ""
    readonly property bool active: step.active === field

    error: wrong

    function show(): void {
        if (active && (kind === "picked" || kind === "tick"))
            (held.item as Item).forceActiveFocus();
    }

    onActiveChanged: Qt.callLater(show)

    Loader {
        id: held

        sourceComponent: root.kind === "picked" ? picked : root.kind === "code" ? code : root.kind === "captcha" ? captcha : root.kind === "tick" ? tick : typed
        width: parent?.width ?? 0
    }

    Component {
        id: picked

        SelectRow {
            hint: root.hint
            label: root.label
            least: root.least
            objectName: "select." + root.field
            text: root.shown
            wrong: root.wrong !== ""

            onTapped: root.step.pick(root.field)
        }
    }

    Component {
        id: typed

        InputField {
            active: root.active
            hint: root.hint
            implicitHeight: root.least
            inputMethodHints: root.active && root.step.capitals ? Qt.ImhPreferUppercase | Qt.ImhNoPredictiveText | Qt.ImhLatinOnly : Qt.ImhNone
            keypad: root.active && root.step.keypad.shown
            name: root.label
            objectName: "field." + root.field
            shown: root.shown
            text: root.step.texts[root.field] ?? ""
            wrong: root.wrong !== ""

            onAccepted: root.step.useNext()
            onComposed: composing => root.step.compose(composing)
            onEdited: text => root.step.write(root.field, text)
            onErased: root.step.keypad.erase()
            onKeyed: key => root.step.keypad.press(key)
            onLost: root.step.lose(root.field)
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
                implicitHeight: root.least
                keypad: true
                name: root.label
                objectName: "field." + root.field
                text: root.shown
                width: parent.width - send.width - 16
                wrong: root.wrong !== ""

                onErased: root.step.keypad.erase()
                onKeyed: key => root.step.keypad.press(key)
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
                width: Math.min(Theme.px(260), parent.width / 2)

                onTapped: root.step.sendCode(root.field)
            }
        }
    }

    Component {
        id: captcha

        Item {
            id: question

            readonly property CaptchaViewModel asked: root.step.captcha

            implicitHeight: seen.height + 16 + answer.height

            Rectangle {
                id: seen

                antialiasing: true
                border.color: Theme.line
                border.width: Theme.edgeWidth
                color: Theme.paper
                height: 128
                radius: Theme.fieldRadius
                width: (parent.width - 16) / 2

                Image {
                    anchors.centerIn: parent
                    fillMode: Image.PreserveAspectFit
                    height: parent.height - 8
                    objectName: "captcha"
                    source: question.asked.source
                    visible: status === Image.Ready
                    width: parent.width - 12
                }
            }

            SecondaryButton {
                anchors.left: seen.right
                anchors.leftMargin: 16
                anchors.right: parent.right
                height: Theme.fieldHeight
                icon: "refresh"
                objectName: "captcha.again"
                size: Theme.label
                text: question.asked.againText
                y: (seen.height - height) / 2

                onTapped: question.asked.again()
            }

            InputField {
                id: answer

                active: root.active
                hint: root.hint
                keypad: true
                name: root.label
                objectName: "field." + root.field
                text: root.shown
                width: seen.width
                wrong: root.wrong !== ""
                y: seen.height + 16

                onErased: root.step.keypad.erase()
                onKeyed: key => root.step.keypad.press(key)
                onUsed: root.step.use(root.field)
            }

            SecondaryButton {
                anchors.left: answer.right
                anchors.leftMargin: 16
                anchors.right: parent.right
                height: answer.height
                objectName: "captcha.other"
                size: Theme.label
                text: question.asked.otherText
                y: answer.y

                onTapped: question.asked.other()
            }
        }
    }

    Component {
        id: tick

        OptionBox {
            chosen: root.shown !== ""
            least: root.least
            objectName: "tick." + root.field
            text: root.hint
            ticking: true

            onTapped: root.step.toggle(root.field)
        }
    }
}
