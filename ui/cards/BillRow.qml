import QtQuick
import "../controls"

/** A bill that can be ticked. */
Touchable {
    id: root

    required property string title
    required property string caption
    required property string amount
    property bool chosen: false

    /** In several columns the caption has no room. */
    readonly property bool narrow: width < Theme.px(560)
    /** And the amount goes below the title. */
    readonly property bool stacked: width < Theme.px(440)
    readonly property int side: narrow ? 20 : Theme.inset

    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.description: caption
    Accessible.role: Accessible.CheckBox
    border.color: chosen ? Theme.accent : Theme.control
    border.width: chosen ? Theme.chosenWidth : Theme.controlWidth
    color: chosen || pressed ? Theme.tint : Theme.surface
    implicitHeight: Math.max(Theme.px(132), words.height + (stacked ? sum.height : 0) + Theme.gap)
    name: title
    radius: Theme.cardRadius

    RoundMark {
        anchors.verticalCenter: parent.verticalCenter
        chosen: root.chosen
        x: root.side
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: root.side + 54 + (root.narrow ? 18 : 26)
        anchors.right: root.stacked ? parent.right : sum.left
        anchors.rightMargin: 16
        y: (root.height - height - (root.stacked ? sum.height : 0)) / 2

        Title {
            font.pixelSize: Theme.row
            text: root.title
            width: parent.width
            wrapMode: Text.Wrap
        }

        Label {
            color: Theme.ink2
            font.pixelSize: Theme.caption
            text: root.caption
            visible: !root.narrow
            width: parent.width
            wrapMode: Text.Wrap
        }
    }

    Amount {
        id: sum

        color: root.chosen ? Theme.accentInk : Theme.ink
        figure: root.amount
        size: Theme.px(root.narrow ? 42 : 48)
        x: root.stacked ? words.x : root.width - width - root.side
        y: root.stacked ? words.y + words.height : (root.height - height) / 2
    }
}
