import QtQuick
import QtQuick.Layouts
import "../controls"

/** What is wrong with the whole screen, or what is waited for. Nothing where there is nothing to say. */
Rectangle {
    id: root

    required property string text
    property bool waiting: false

    Layout.fillWidth: true
    Accessible.name: text
    Accessible.role: Accessible.AlertMessage
    antialiasing: true
    border.color: waiting ? Theme.line : Theme.error
    border.width: waiting ? Theme.edgeWidth : Theme.controlWidth
    color: waiting ? Theme.surface : Theme.errorTint
    objectName: "text.problem"
    implicitHeight: sentence.implicitHeight + 56
    radius: Theme.cardRadius
    visible: text !== ""

    onTextChanged: if (text !== "" && !waiting)
        told.show()

    Reveal {
        id: told

        item: root
    }

    Icon {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        color: root.waiting ? Theme.accent : Theme.errorInk
        name: root.waiting ? "clock" : "warning"
        size: 52
        x: Theme.inset
    }

    Sentence {
        id: sentence

        anchors.left: sign.right
        anchors.leftMargin: 20
        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        anchors.verticalCenter: parent.verticalCenter
        color: root.waiting ? Theme.ink : Theme.errorInk
        font.bold: true
        font.pixelSize: Theme.label
        sentence: root.text
    }
}
