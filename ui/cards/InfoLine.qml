import QtQuick
import QtQuick.Layouts
import "../controls"

/** A remark: icon and sentence, no box. */
Item {
    id: root

    required property string text
    property string icon: "info"
    property color tone: Theme.ink2
    property color ink: Theme.ink2

    Layout.fillWidth: true
    implicitHeight: Math.max(sentence.implicitHeight, sign.size + 4)
    visible: text !== ""

    Icon {
        id: sign

        color: root.tone
        name: root.icon
        size: Theme.px(40)
        y: 2
    }

    Sentence {
        id: sentence

        Accessible.role: root.icon === "warning" ? Accessible.AlertMessage : Accessible.StaticText
        anchors.left: sign.right
        anchors.leftMargin: Theme.space
        anchors.right: parent.right
        color: root.ink
        sentence: root.text
    }
}
