import QtQuick

/** A value and a chevron: opens a full screen of rows. */
Touchable {
    id: root

    /** What is picked. */
    property string label: ""
    property string text: ""
    property string caption: ""
    property string hint: ""
    property bool wrong: false
    property int least: Theme.fieldHeight

    Accessible.description: text || hint
    border.color: wrong ? Theme.error : Theme.control
    border.width: wrong ? Theme.errorWidth : Theme.controlWidth
    color: !enabled ? Theme.disabled : pressed ? Theme.tint : Theme.surface
    implicitHeight: Math.max(least, lines.height + (lines.height > least / 2 ? 20 : Theme.inset))
    name: label || text || hint
    radius: Theme.fieldRadius

    Column {
        id: lines

        anchors.left: parent.left
        anchors.leftMargin: Theme.inset
        anchors.right: chevron.left
        anchors.rightMargin: Theme.space
        anchors.verticalCenter: parent.verticalCenter

        Even {
            color: !root.enabled ? Theme.disabledInk : root.text ? Theme.ink : root.wrong ? Theme.errorInk : Theme.placeholder
            font.pixelSize: Theme.field
            room: parent.width
            text: root.text || root.hint
            // A single word is not broken.
            whole: /^[!-~]+$/.test(text)
        }

        Label {
            color: Theme.ink2
            font.pixelSize: Theme.note
            text: root.caption
            visible: text !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }
    }

    Icon {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: 26
        anchors.verticalCenter: parent.verticalCenter
        color: root.enabled ? Theme.ink2 : Theme.disabledInk
        name: "forward"
        size: 44
    }
}
