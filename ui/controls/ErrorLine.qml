import QtQuick

/** What is wrong and what to do, with a sign; nothing where there is nothing to say. */
Item {
    id: root

    required property string text

    Accessible.name: text
    Accessible.role: Accessible.AlertMessage
    implicitHeight: sentence.height
    visible: text !== ""

    Icon {
        id: sign

        color: Theme.error
        name: "warning"
        size: 40
        y: 2
    }

    Sentence {
        id: sentence

        anchors.left: sign.right
        anchors.leftMargin: 12
        anchors.right: parent.right
        color: Theme.error
        font.bold: true
        sentence: root.text
    }
}
