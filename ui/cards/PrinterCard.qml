import QtQuick
import "../controls"

/** A printer to choose: what it is, and how it is. */
Touchable {
    id: root

    required property string title
    required property string condition
    required property string icon
    required property bool chosen
    /** Whether it can print now. */
    required property bool ready

    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.description: condition
    Accessible.role: Accessible.RadioButton
    border.color: chosen ? Theme.accent : Theme.control
    border.width: chosen ? Theme.chosenWidth : Theme.controlWidth
    color: chosen || pressed ? Theme.tint : Theme.surface
    implicitHeight: Math.max(Theme.rowHeight, lines.implicitHeight + Theme.gap)
    name: title
    radius: Theme.cardRadius

    Icon {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        color: Theme.accentInk
        name: root.icon
        size: 56
        x: 28
    }

    Column {
        id: lines

        anchors.left: sign.right
        anchors.leftMargin: 24
        anchors.right: mark.left
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter

        Title {
            font.pixelSize: Theme.row
            text: root.title
            width: parent.width
            wrapMode: Text.Wrap
        }

        Row {
            spacing: 8
            width: parent.width

            Icon {
                id: state

                anchors.verticalCenter: parent.verticalCenter
                color: words.color
                name: root.ready ? "tick" : "warning"
                size: 34
                weight: 5
            }

            Label {
                id: words

                color: root.ready ? Theme.ok : Theme.errorInk
                font.bold: true
                font.pixelSize: Theme.caption
                text: root.condition
                width: parent.width - state.width - 8
                wrapMode: Text.Wrap
            }
        }
    }

    RoundMark {
        id: mark

        anchors.right: parent.right
        anchors.rightMargin: 24
        anchors.verticalCenter: parent.verticalCenter
        chosen: root.chosen
        visible: root.chosen
        width: visible ? height : 0
    }
}
