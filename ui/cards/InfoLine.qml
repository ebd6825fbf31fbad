import QtQuick
import "../controls"

/** A remark: icon and sentence, no box. */
Item {
    id: root

    required property string text
    property string icon: "info"
    property color tone: Theme.ink2
    property color ink: Theme.ink2

    implicitHeight: Math.max(sentence.height, 44)
    visible: text !== ""
    width: parent?.width ?? 0

    Icon {
        id: sign

        color: root.tone
        name: root.icon
        size: 40
        y: 2
    }

    Sentence {
        id: sentence

        anchors.left: sign.right
        anchors.leftMargin: 16
        anchors.right: parent.right
        color: root.ink
        sentence: root.text
    }
}
