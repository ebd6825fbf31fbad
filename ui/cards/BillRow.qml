import QtQuick
import "../controls"

/** A bill that can be ticked. */
Touchable {
    id: root

    required property string title
    required property string caption
    required property string amount
    property bool chosen: false

    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.description: caption
    Accessible.role: Accessible.CheckBox
    border.color: chosen ? Theme.accent : Theme.control
    border.width: chosen ? Theme.chosenWidth : Theme.controlWidth
    color: chosen || pressed ? Theme.tint : Theme.surface
    implicitHeight: Theme.px(132)
    name: title
    radius: Theme.cardRadius
    width: parent?.width ?? 0

    RoundMark {
        anchors.verticalCenter: parent.verticalCenter
        chosen: root.chosen
        x: Theme.inset
    }

    Column {
        anchors.left: parent.left
        anchors.leftMargin: 112
        anchors.right: sum.left
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter

        Title {
            font.pixelSize: Theme.row
            text: root.title
            width: parent.width
        }

        Label {
            color: Theme.ink2
            font.pixelSize: Theme.caption
            text: root.caption
            width: parent.width
        }
    }

    Amount {
        id: sum

        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        anchors.verticalCenter: parent.verticalCenter
        color: root.chosen ? Theme.accentInk : Theme.ink
        figure: root.amount
        size: Theme.px(48)
    }
}
