import QtQuick
import QtQuick.Layouts
import "../controls"

/** A row to be touched: icon, title, caption, chevron. Rows touch each other, divided by a line. */
Touchable {
    id: root

    required property string title
    property string caption: ""
    property string icon: ""
    property bool last: false
    property bool chosen: false
    /** A ring instead of a chevron. */
    property bool choosing: false
    property real least: Theme.rowHeight

    readonly property bool narrow: width < 620
    readonly property int indent: icon ? (narrow ? 120 : 144) : Theme.inset

    Accessible.checkable: choosing || chosen
    Accessible.checked: chosen
    Accessible.role: choosing || chosen ? Accessible.RadioButton : Accessible.Button
    Layout.fillWidth: true
    color: pressed || (choosing && chosen) ? Theme.tint : "transparent"
    implicitHeight: Math.max(least, lines.implicitHeight + Theme.hair)
    name: title
    border.color: choosing && chosen ? Theme.accent : "transparent"
    border.width: choosing && chosen ? Theme.chosenWidth : 0
    radius: Theme.cardRadius

    IconTile {
        anchors.left: parent.left
        anchors.leftMargin: root.narrow ? 16 : 28
        anchors.verticalCenter: parent.verticalCenter
        icon: root.icon
        visible: root.icon !== ""
    }

    Column {
        id: lines

        anchors.left: parent.left
        anchors.leftMargin: root.indent
        anchors.right: root.choosing || root.chosen ? mark.left : chevron.left
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        spacing: -2

        Title {
            color: root.enabled ? Theme.ink : Theme.disabledInk
            font.pixelSize: root.narrow ? Theme.label : Theme.row
            text: root.title
            width: parent.width
            wrapMode: Text.Wrap
        }

        Label {
            color: root.enabled ? Theme.ink2 : Theme.disabledInk
            font.pixelSize: Theme.caption
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
        color: Theme.ink2
        name: root.enabled && !root.chosen && !root.choosing ? "forward" : ""
        size: 44
    }

    RoundMark {
        id: mark

        anchors.right: chevron.right
        anchors.verticalCenter: parent.verticalCenter
        chosen: root.chosen
        visible: root.chosen || (root.choosing && root.enabled)
    }

    Rectangle {
        color: Theme.line
        height: 2
        visible: !root.last
        width: parent.width - root.indent - 28
        x: root.indent
        y: parent.height - 1
    }
}
