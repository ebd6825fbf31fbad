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

    signal used
    signal edited(text: string)
    signal keyed(key: string)
    signal erased
    signal accepted

    function take(): void {
        if (active && keypad)
            root.forceActiveFocus();
        else if (active)
            input.forceActiveFocus();
        else
            input.focus = false;
    }

    activeFocusOnTab: false
    ringed: activeFocus && active
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
    onActiveChanged: take()
    onKeypadChanged: take()
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
        // A finger on a field that the keypad types would open the keyboard over the keypad.
        enabled: !root.keypad
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
        onActiveFocusChanged: if (activeFocus && !root.active)
            root.used()
        onTextEdited: root.edited(text)
    }

    Label {
        id: label

        anchors.left: parent.left
        anchors.leftMargin: Theme.inset
        anchors.verticalCenter: parent.verticalCenter
        color: root.shown ? Theme.ink : root.wrong ? Theme.errorInk : Theme.placeholder
        font.bold: root.figures
        font.pixelSize: root.figures ? Theme.heading : Theme.field
        font.wordSpacing: 10
        // Only for what may be too long: to fit costs a layout more.
        fontSizeMode: root.figures || root.wrong ? Text.HorizontalFit : Text.FixedSize
        minimumPixelSize: Theme.small
        text: root.shown || (root.active ? "" : root.hint)
        visible: !input.activeFocus
        width: Math.min(implicitWidth, parent.width - 2 * Theme.inset)
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

    FocusRing {
        visible: input.activeFocus && root.active
    }
}
