import QtQuick

/** One of two or three boxes side by side: chosen is a tick, a thick border and a tint. */
Touchable {
    id: root

    required property string text
    property bool chosen: false
    property bool wrong: false

    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.role: Accessible.RadioButton
    border.color: wrong ? Theme.error : chosen ? Theme.accent : Theme.control
    border.width: wrong ? Theme.errorWidth : chosen ? Theme.chosenWidth : Theme.controlWidth
    color: !enabled ? Theme.disabled : chosen || pressed ? Theme.tint : Theme.surface
    implicitHeight: Math.max(Theme.fieldHeight, word.implicitHeight + 20)
    implicitWidth: word.implicitWidth + sign.size + 3 * Theme.space
    name: text
    radius: Theme.fieldRadius

    Row {
        anchors.centerIn: parent
        spacing: 16

        Icon {
            id: sign

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accentInk
            name: root.chosen ? "tick" : ""
            size: Theme.field
            weight: 6
        }

        Label {
            id: word

            color: !root.enabled ? Theme.disabledInk : root.chosen ? Theme.accentInk : Theme.ink
            font.bold: root.chosen
            font.pixelSize: Theme.field
            text: root.text
            width: Math.min(implicitWidth, root.width - 2 * Theme.space - (root.chosen ? sign.size + Theme.space : 0))
            wrapMode: Text.Wrap
        }
    }
}
