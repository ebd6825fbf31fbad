import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "../controls"

/** What need not be typed: where to put a card or a paper, then that it was read, or why not. */
Rectangle {
    id: root

    required property ReadViewModel read
    /** Where there is little room: no drawing but a small one, beside the words. */
    property bool low: false

    readonly property bool done: read.outcome === "read"
    readonly property bool wrong: read.outcome === "refused" || read.outcome === "off"
    readonly property color ink: done ? Theme.ok : wrong ? Theme.warnInk : Theme.ink
    readonly property int side: low ? 20 : Theme.inset

    Accessible.name: `${read.heading}. ${read.caption}`
    Accessible.role: Accessible.StaticText
    Layout.fillWidth: true
    antialiasing: true
    border.color: done ? Theme.okEdge : wrong ? Theme.warnEdge : Theme.accent
    border.width: done || wrong ? Theme.edgeWidth : Theme.controlWidth
    color: done ? Theme.okTint : wrong ? Theme.warnTint : Theme.surface
    implicitHeight: Math.max(words.implicitHeight, drawing.visible ? drawing.height : sign.height) + 2 * (low ? 10 : 24)
    objectName: "read"
    radius: Theme.cardRadius
    visible: read.wanted !== ""

    ReadingArea {
        id: drawing

        anchors.verticalCenter: parent.verticalCenter
        paper: root.read.wanted === "code"
        size: root.low ? Theme.px(76) : Theme.px(168)
        visible: !root.done && !root.wrong
        x: root.side
    }

    Disc {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        color: root.done ? Theme.ok : Theme.warnInk
        height: Theme.px(root.low ? 64 : 96)
        icon: root.done ? "tick" : "warning"
        ink: root.color
        visible: !drawing.visible
        x: root.side
    }

    Column {
        id: words

        anchors.right: parent.right
        anchors.rightMargin: root.side
        anchors.verticalCenter: parent.verticalCenter
        spacing: 4
        width: parent.width - 2 * root.side - Theme.gap - (drawing.visible ? drawing : sign).width

        Title {
            color: root.ink
            font.pixelSize: root.low ? Theme.label : Theme.heading
            objectName: "text.read"
            text: root.read.heading
            width: parent.width
            wrapMode: Text.Wrap
        }

        Sentence {
            color: root.done || root.wrong ? root.ink : Theme.ink2
            font.pixelSize: root.low ? Theme.caption : Theme.note
            sentence: root.read.caption
            width: parent.width
        }
    }
}
