pragma ComponentBehavior: Bound

import QtQuick
import QtQuick as Quick
import QtQuick.VirtualKeyboard.Core
import QtQuick.VirtualKeyboard.Plugins.Pinyin
import Kiosk.ViewModels
import "controls"
import "keys"

/**
 * The keyboard for words, Pinyin first. It stands at the foot of the content, above the buttons, while a line of text
 * has the focus. Qt's input method makes words of letters; the keys are ours.
 */
Item {
    id: root

    required property KeyboardViewModel board
    required property Frame frame

    readonly property SelectionListModel offered: InputContext.inputEngine.wordCandidateListModel
    readonly property TextInput line: InputContext.inputItem as TextInput
    readonly property bool open: line !== null

    readonly property bool landscape: frame.landscape
    readonly property int side: landscape ? Theme.gap : Theme.margin
    readonly property int gap: landscape ? Theme.closest : 16
    readonly property int keyHeight: landscape ? 96 : 112
    /** Of what is said over the keys, which are no higher where words are larger. */
    readonly property int wordSize: landscape ? 36 : Theme.frameLabel
    readonly property int wordHeight: landscape ? 96 : 120
    readonly property real full: width - 2 * side
    readonly property real unit: (full - (root.board.columns - 1) * gap) / root.board.columns

    /** Another line is typed into, or none: what the last one left here is gone. */
    function begin(): void {
        const engine = InputContext.inputEngine;
        engine.inputMethod = pinyin;
        engine.inputMode = InputEngine.InputMode.Pinyin;
        root.board.begin(((root.line?.inputMethodHints ?? 0) & Qt.ImhLatinOnly) !== 0, landscape);
    }

    /** Tells the view model what is being composed, once the input method has said all of it. */
    function tell(): void {
        const words = [];
        const count = InputContext.preeditText !== "" && offered ? offered.count : 0;
        for (let at = 0; at < count; at++)
            words.push(offered.dataAt(at));
        root.board.compose(InputContext.preeditText, words);
    }

    function press(name: string, types: string): void {
        const engine = InputContext.inputEngine;
        if (types !== "" && root.board.pinyin && /[a-z]/.test(types))
            engine.virtualKeyClick(types.toUpperCase().charCodeAt(0), types, Qt.NoModifier);
        else if (types !== "")
            InputContext.commit(types);
        else if (name === "delete")
            engine.virtualKeyClick(Qt.Key_Backspace, "", Qt.NoModifier);
        else if (name === "space")
            root.board.composing ? root.choose(0) : InputContext.commit(" ");
        else if (name === "clear")
            root.clear();
        else if (name === "done")
            root.line.accepted();
        else
            root.board.press(name);
    }

    function choose(index: int): void {
        offered.selectItem(index);
    }

    function clear(): void {
        Quick.InputMethod.reset();
        line.selectAll();
        InputContext.inputEngine.virtualKeyClick(Qt.Key_Backspace, "", Qt.NoModifier);
    }

    implicitHeight: open ? foot.y + foot.height + (landscape ? 12 : 24) : 0
    objectName: "keyboard"
    visible: open

    Component.onCompleted: begin()
    onLandscapeChanged: begin()
    onLineChanged: begin()

    PinyinInputMethod {
        id: pinyin
    }

    Connections {
        function onPreeditTextChanged(): void {
            Qt.callLater(root.tell);
        }

        target: InputContext
    }

    Connections {
        function onCountChanged(): void {
            Qt.callLater(root.tell);
        }

        function onModelReset(): void {
            Qt.callLater(root.tell);
        }

        target: root.offered
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.sunken
        radius: root.landscape ? Theme.cardRadius : 0

        // A finger between two keys touches nothing, least of all what lies below the keyboard.
        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }
    }

    Label {
        id: caption

        font.bold: true
        font.pixelSize: root.wordSize
        text: root.frame.typing
        x: root.side
        y: root.landscape ? 10 : 24
    }

    Row {
        anchors.right: parent.right
        anchors.rightMargin: root.side
        spacing: 12
        y: caption.y

        Label {
            color: Theme.ink2
            font.pixelSize: root.wordSize
            text: root.board.spelt
            visible: !root.landscape
        }

        Label {
            color: Theme.accentInk
            font.bold: true
            font.pixelSize: root.wordSize
            objectName: "text.letters"
            text: root.board.letters
            visible: !root.landscape
        }

        Label {
            color: Theme.ink2
            font.pixelSize: root.wordSize
            text: root.board.sheetText
            visible: text !== ""
        }
    }

    Item {
        id: first

        height: root.wordHeight
        width: root.full
        x: root.side
        y: caption.y + Math.max(48, caption.height) + (root.landscape ? 0 : 6)

        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.ink2
            font.pixelSize: root.wordSize
            text: root.board.waiting
        }

        WordGrid {
            columns: root.board.columns
            keyHeight: root.wordHeight
            spacing: root.gap
            unit: root.unit
            width: parent.width
            words: root.board.row

            onChosen: index => root.choose(index)
        }

        BoardKey {
            anchors.right: parent.right
            height: parent.height
            icon: root.board.wide ? "up" : "down"
            objectName: "board.more"
            text: root.board.moreText
            visible: text !== ""
            width: root.unit

            onTapped: root.board.press("more")
        }

        KeyLine {
            anchors.centerIn: parent
            columns: 10
            keyHeight: root.wordHeight
            keys: root.board.digits
            spacing: Theme.closest
            width: root.landscape ? parent.width : root.width - Theme.space

            onTapped: (name, types) => root.press(name, types)
        }
    }

    Row {
        id: hint

        anchors.horizontalCenter: parent.horizontalCenter
        height: root.landscape ? 0 : 64
        spacing: 20
        y: root.landscape ? caption.y : first.y + first.height

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accentInk
            name: root.board.row.length > 0 && !root.landscape ? "up" : ""
            size: 36
            weight: 4.4
        }

        Label {
            anchors.verticalCenter: root.landscape ? undefined : parent.verticalCenter
            color: Theme.accentInk
            font.bold: true
            font.pixelSize: root.wordSize
            objectName: "text.hint"
            text: root.board.hint
        }

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accentInk
            name: root.board.row.length > 0 && !root.landscape ? "up" : ""
            size: 36
            weight: 4.4
        }
    }

    KeyLine {
        id: letters

        columns: root.board.columns
        keyHeight: root.keyHeight
        keys: root.board.keys
        spacing: root.gap
        visible: !root.board.wide
        width: root.full
        x: root.side
        y: first.y + first.height + (root.landscape ? root.gap : hint.height)

        onTapped: (name, types) => root.press(name, types)
    }

    WordGrid {
        columns: root.board.columns
        keyHeight: root.keyHeight
        spacing: root.gap
        unit: root.unit
        visible: root.board.wide
        width: root.full
        words: root.board.sheet
        x: root.side
        y: letters.y

        onChosen: index => root.choose(index)
    }

    KeyLine {
        id: foot

        columns: root.board.columns
        keyHeight: root.keyHeight
        keys: root.board.foot
        spacing: root.gap
        width: root.full
        x: root.side
        y: letters.y + letters.height + root.gap

        onTapped: (name, types) => root.press(name, types)
    }
}
