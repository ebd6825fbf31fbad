import QtQuick

/** One of many that is chosen by touching it: a box as wide as its column, the mark at its right. */
Touchable {
    id: root

    required property string text
    property string caption: ""
    property bool chosen: false
    /** In several columns: less margin, no chevron. */
    property bool narrow: false
    /** Several may be chosen: an empty mark where there is no tick. */
    property bool ticking: false
    property int least: Theme.fieldHeight

    /** The caption has no room at the right: it goes below. */
    readonly property bool crowded: !narrow && captionSize.advanceWidth + words.implicitWidth + 3 * Theme.margin + Theme.touch > width

    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.description: caption
    Accessible.role: Accessible.RadioButton
    border.color: chosen ? Theme.accent : Theme.control
    border.width: chosen ? Theme.chosenWidth : enabled ? Theme.controlWidth : 0
    color: !enabled ? Theme.disabled : chosen || pressed ? Theme.tint : Theme.surface
    implicitHeight: Math.max(least, lines.implicitHeight + 20)
    name: text
    radius: Theme.buttonRadius

    Column {
        id: lines

        anchors.left: parent.left
        anchors.leftMargin: root.narrow ? 20 : Theme.inset
        anchors.right: remark.left
        anchors.rightMargin: root.narrow ? 8 : 12
        anchors.verticalCenter: parent.verticalCenter

        Label {
            id: words

            color: !root.enabled ? Theme.disabledInk : root.chosen ? Theme.accentInk : Theme.ink
            font.bold: root.chosen
            font.pixelSize: root.narrow ? Theme.label : Theme.field
            text: root.text
            width: parent.width
            wrapMode: Text.Wrap
        }

        Label {
            color: root.enabled ? Theme.ink2 : Theme.disabledInk
            font.pixelSize: Theme.small
            text: root.caption
            visible: (root.narrow || root.crowded) && text !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }
    }

    TextMetrics {
        id: captionSize

        font.family: Theme.family
        font.pixelSize: Theme.note
        text: root.caption
    }

    Label {
        id: remark

        anchors.right: mark.visible ? mark.left : parent.right
        anchors.rightMargin: text ? (mark.visible ? 16 : Theme.inset) : mark.visible ? 0 : 16
        anchors.verticalCenter: parent.verticalCenter
        color: root.enabled ? Theme.ink2 : Theme.disabledInk
        text: root.narrow || root.crowded ? "" : root.caption
    }

    RoundMark {
        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        chosen: root.chosen
        height: 44
        visible: root.ticking
    }

    Icon {
        id: mark

        anchors.right: parent.right
        anchors.rightMargin: root.narrow ? 16 : root.chosen ? 30 : 24
        anchors.verticalCenter: parent.verticalCenter
        color: root.chosen ? Theme.accentInk : Theme.ink2
        name: root.ticking ? "" : root.chosen ? "tick" : root.enabled && !root.narrow ? "forward" : ""
        size: root.ticking ? 48 : root.narrow ? 34 : 40
        weight: root.chosen ? 5.5 : 3.6
    }
}
