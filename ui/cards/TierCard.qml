import QtQuick
import "../controls"

/** A tier with what it costs. `base` and `note` are empty where there are none. */
Touchable {
    id: root

    required property string title
    required property string amountLabel
    required property string amount
    required property string baseLabel
    required property string base
    required property string note
    property bool chosen: false
    /** Where there are many: two or three lines, without the label of the amount. */
    property bool compact: false
    /** Whether another card has a note, so that all are of one height. */
    property bool noted: false

    /** Where height is short: without the label of the amount. */
    property bool tight: false

    readonly property int side: compact ? 24 : 26
    /** How narrow it may be: the figure as small as it may become, what it is called and the base on one line. */
    readonly property real leastWidth: 2 * side + Math.max(0.75 * sum.wanted, named.implicitWidth + mark.width + Theme.hair, based.visible ? based.implicitWidth : 0)

    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.description: amount + Theme.unit
    Accessible.role: Accessible.RadioButton
    border.color: chosen ? Theme.accent : Theme.control
    border.width: chosen ? 6 : Theme.controlWidth
    color: chosen || pressed ? Theme.tint : Theme.surface
    implicitHeight: lines.implicitHeight + (compact ? 44 : 50)
    name: title
    radius: Theme.cardRadius

    RoundMark {
        id: mark

        anchors.right: parent.right
        anchors.rightMargin: root.side
        chosen: root.chosen
        height: root.compact ? 48 : 54
        y: lines.y
    }

    Column {
        id: lines

        anchors.left: parent.left
        anchors.leftMargin: root.side
        anchors.right: parent.right
        anchors.rightMargin: root.side
        y: root.compact ? 22 : 25

        Title {
            id: named

            color: root.chosen ? Theme.accentInk : Theme.ink
            font.pixelSize: root.compact ? Theme.row : Theme.heading
            text: root.title
            width: parent.width - mark.width - Theme.hair
            wrapMode: Text.Wrap
        }

        Label {
            color: Theme.ink2
            font.pixelSize: Theme.caption
            text: root.amountLabel
            visible: !root.compact && !root.tight
            width: parent.width
            wrapMode: Text.Wrap
        }

        Amount {
            id: sum

            color: Theme.ink
            figure: root.amount
            most: parent.width
            size: root.compact ? Theme.tile : Theme.px(50)
        }

        Item {
            height: 20
            visible: root.base !== "" && !root.compact && !root.tight
            width: parent.width

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: root.chosen ? Theme.edge : Theme.line
                height: 2
                width: parent.width
            }
        }

        Label {
            color: Theme.ink2
            font.pixelSize: Theme.caption
            text: root.note || (root.base ? root.baseLabel + (root.compact ? " " + root.base + "\u00a0" + Theme.unit : "") : "")
            visible: root.noted || root.base !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }

        Label {
            id: based

            font.pixelSize: Theme.label
            text: root.base + "\u00a0" + Theme.unit
            visible: root.base !== "" && !root.compact
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
}
