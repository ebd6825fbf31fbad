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
    /** In a narrow column the drawing stands above the words. */
    readonly property bool stacked: !done && !wrong && width < 700
    readonly property real above: side + drawing.implicitHeight + Theme.space

    Accessible.name: `${read.heading}. ${read.caption}`
    Accessible.role: Accessible.StaticText
    Layout.fillWidth: true
    antialiasing: true
    border.color: done ? Theme.okEdge : wrong ? Theme.warnEdge : Theme.accent
    border.width: done || wrong ? Theme.edgeWidth : Theme.controlWidth
    color: done ? Theme.okTint : wrong ? Theme.warnTint : Theme.surface
    implicitHeight: stacked ? above + words.implicitHeight + side : Math.max(words.implicitHeight, (drawing.visible ? drawing : sign).height) + 2 * (low ? 10 : 24)
    objectName: "read"
    radius: Theme.cardRadius
    visible: read.wanted !== ""

    ReadingArea {
        id: drawing

        paper: root.read.wanted === "code"
        size: Theme.px(root.stacked ? 112 : root.low ? 76 : 168)
        visible: !root.done && !root.wrong
        x: root.stacked ? (parent.width - width) / 2 : root.side
        y: root.stacked ? root.side : (parent.height - height) / 2
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
        spacing: 4
        width: parent.width - 2 * root.side - (root.stacked ? 0 : Theme.gap + (drawing.visible ? drawing : sign).width)
        y: root.stacked ? root.above : (parent.height - height) / 2

        Title {
            color: root.ink
            font.pixelSize: root.low ? Theme.label : Theme.heading
            horizontalAlignment: root.stacked ? Text.AlignHCenter : Text.AlignLeft
            objectName: "text.read"
            text: root.read.heading
            width: parent.width
            wrapMode: Text.Wrap
        }

        Sentence {
            color: root.done || root.wrong ? root.ink : Theme.ink2
            font.pixelSize: root.low ? Theme.caption : Theme.note
            horizontalAlignment: root.stacked ? Text.AlignHCenter : Text.AlignLeft
            sentence: root.read.caption
            width: parent.width
        }
    }
}
