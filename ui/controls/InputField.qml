pragma ComponentBehavior: Bound

import QtQuick

/**
 * A line to type. It shows `shown`, which may be grouped or masked; while the keyboard types it shows what is typed.
 * With `keypad` it takes keys itself, and no keyboard opens.
 */
FieldBox {
    id: root

    required property string text
    property string shown: text
    property string hint: ""
    /** Whether the view model has put the finger on this field. */
    property bool active: false
    property bool keypad: false
    /** Whether what is shown is a number being typed, which is set larger. */
    readonly property bool figures: keypad && shown !== ""
    property alias inputMethodHints: input.inputMethodHints
    /** The letters that the keyboard holds, or held last, to make a word of. */
    property string letters: ""

    signal used
    signal edited(text: string)
    signal keyed(key: string)
    signal erased
    signal accepted
    /** Whether the keyboard holds letters of which no word has been chosen. */
    signal composed(composing: bool)
    /** The keyboard was taken away amid a word: what it left was no word, and is gone. */
    signal lost

    /** Moves the focus. It takes letters from the keyboard, which has much to say then: never amid a binding. */
    function take(): void {
        if (active && keypad)
            root.forceActiveFocus();
        else if (active)
            input.forceActiveFocus();
        else
            input.focus = false;
    }

    /** How many Latin letters a text has. A word that is chosen has none. */
    function latin(text: string): int {
        return text.replace(/[^A-Za-z]/g, "").length;
    }

    Accessible.description: shown
    activeFocusOnTab: activeFocus || !active
    typing: active

    Component.onCompleted: if (active)
        take()
    Keys.onPressed: event => {
        if (!keypad)
            return;
        if (event.key === Qt.Key_Backspace)
            erased();
        else if (/^[0-9xX.]$/.test(event.text))
            keyed(event.text.toUpperCase());
        else
            return;
        event.accepted = true;
    }
    onActiveChanged: Qt.callLater(take)
    onKeypadChanged: Qt.callLater(take)
    onTapped: active ? take() : used()

    TextInput {
        id: input

        Accessible.name: root.name
        activeFocusOnTab: root.enabled
        anchors.fill: parent
        anchors.leftMargin: Theme.inset
        anchors.rightMargin: Theme.inset
        clip: true
        color: Theme.ink
        // A finger on a field that is not in use is for the form to answer. Nothing that has the focus is switched off:
        // it would lose it amid a binding.
        enabled: activeFocus || root.active && !root.keypad
        font.family: Theme.family
        font.pixelSize: Theme.field
        opacity: activeFocus ? 1 : 0
        selectByMouse: false
        text: root.text
        verticalAlignment: TextInput.AlignVCenter

        cursorDelegate: Rectangle {
            color: Theme.accent
            visible: input.activeFocus
            width: 5
        }

        onAccepted: root.accepted()
        onPreeditTextChanged: {
            if (preeditText !== "")
                root.letters = preeditText;
            root.composed(preeditText !== "");
        }
        onTextEdited: {
            if (root.letters !== "" && root.latin(text) > root.latin(root.text)) {
                text = Qt.binding(() => root.text);
                root.lost();
            } else {
                root.edited(text);
            }
            root.letters = "";
        }
    }

    Label {
        id: label

        readonly property real room: parent.width - 2 * Theme.inset

        anchors.left: parent.left
        anchors.leftMargin: Theme.inset
        anchors.verticalCenter: parent.verticalCenter
        color: root.shown ? Theme.ink : root.wrong ? Theme.errorInk : Theme.placeholder
        font.bold: root.figures
        font.pixelSize: root.figures ? Theme.heading : Theme.field
        font.wordSpacing: 10
        // Only for what may be too long: to fit costs a layout more.
        fontSizeMode: root.figures || implicitWidth > room ? Text.Fit : Text.FixedSize
        height: Math.min(implicitHeight, root.height - Theme.hair)
        minimumPixelSize: Theme.least
        text: root.shown || (root.active ? "" : root.hint)
        visible: !input.activeFocus
        verticalAlignment: Text.AlignVCenter
        width: Math.min(implicitWidth, room)
        wrapMode: Text.WordWrap
    }

    Rectangle {
        anchors.left: label.right
        anchors.leftMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.accent
        height: 56
        visible: root.active && root.keypad
        width: 5
    }
}
