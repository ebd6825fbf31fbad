import QtQuick
import QtQuick.Layouts

/** What is wrong and what to do, with a sign; nothing where there is nothing to say. */
Item {
    id: root

    required property string text
    /** In a narrow column: smaller, on as few lines as it can. */
    property bool narrow: false

    Accessible.name: text
    Accessible.role: Accessible.AlertMessage
    Layout.fillWidth: true
    implicitHeight: sentence.implicitHeight
    visible: text !== ""

    onTextChanged: if (text !== "")
        told.show()

    Reveal {
        id: told

        item: root
    }

    Icon {
        id: sign

        color: Theme.error
        name: "warning"
        size: root.narrow ? 32 * Theme.titleScale : Theme.px(40)
        y: 2
    }

    Sentence {
        id: sentence

        anchors.left: sign.right
        anchors.leftMargin: 12
        anchors.right: parent.right
        color: Theme.error
        font.bold: true
        font.pixelSize: root.narrow ? Theme.frameSmall : Theme.note
        sentence: root.narrow ? "" : root.text
        text: root.narrow ? root.text : lines
    }
}
