import QtQuick
import QtQuick.Layouts
import "../controls"

/** A way out of a case: what it is called, and below what it means. Chosen is a tick, a thick border and a tint. */
Touchable {
    id: root

    required property string title
    required property string caption
    required property bool chosen

    readonly property color ink: !enabled ? Theme.disabledInk : chosen ? Theme.accentInk : Theme.ink
    /** As wide as its name on one line, with the tick, and what it means if that is short. */
    readonly property real natural: Math.max(word.implicitWidth + sign.size + Theme.hair, Math.min(means.implicitWidth, Theme.px(220))) + 2 * Theme.space

    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.description: caption
    Accessible.role: Accessible.RadioButton
    border.color: chosen ? Theme.accent : Theme.control
    border.width: chosen ? Theme.chosenWidth : Theme.controlWidth
    color: !enabled ? Theme.disabled : chosen || pressed ? Theme.tint : Theme.surface
    implicitHeight: Math.max(Theme.px(112), lines.implicitHeight + Theme.gap)
    name: title
    radius: Theme.fieldRadius

    ColumnLayout {
        id: lines

        anchors.left: parent.left
        anchors.leftMargin: Theme.hair
        anchors.right: parent.right
        anchors.rightMargin: Theme.hair
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0

        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            spacing: Theme.hair

            Icon {
                id: sign

                Layout.preferredHeight: size
                Layout.preferredWidth: size
                color: root.ink
                name: "tick"
                size: Theme.caption
                visible: root.chosen
                weight: 6
            }

            Title {
                id: word

                Layout.maximumWidth: lines.width - (sign.visible ? sign.size + Theme.hair : 0)
                color: root.ink
                font.pixelSize: Theme.note
                horizontalAlignment: Text.AlignHCenter
                text: root.title
                wrapMode: Text.Wrap
            }
        }

        Label {
            id: means

            Layout.fillWidth: true
            color: root.enabled ? Theme.ink2 : Theme.disabledInk
            font.pixelSize: Theme.small
            horizontalAlignment: Text.AlignHCenter
            text: root.caption
            visible: text !== ""
            wrapMode: Text.Wrap
        }
    }
}
