import QtQuick
import "../controls"

/** How it ended. `kind`: good, unknown (nothing is certain yet), bad, or neutral (no money was moved). */
Rectangle {
    id: root

    required property string headline
    required property string sentence
    property string figure: ""
    property string kind: "good"

    readonly property bool good: kind === "good"
    readonly property bool bad: kind === "bad"
    readonly property bool neutral: kind === "neutral"
    readonly property color tone: good ? Theme.ok : bad ? Theme.errorInk : neutral ? Theme.accentInk : Theme.warnInk
    readonly property bool narrow: width < 700
    /** The room of a digit beside the words, which needs 0.58 of its size. */
    readonly property real digit: (width - 340 - Math.max(title.implicitWidth, line.implicitWidth)) / Math.max(1, figure.length)
    readonly property bool stacked: figure !== "" && (narrow || digit < 42)
    readonly property real below: stacked ? amount.height + (narrow ? 20 : 8) : 0

    antialiasing: true
    border.color: good ? Theme.okEdge : bad ? Theme.errorEdge : neutral ? Theme.edge : Theme.warnEdge
    border.width: Theme.edgeWidth
    color: good ? Theme.okTint : bad ? Theme.errorTint : neutral ? Theme.tint : Theme.warnTint
    implicitHeight: words.height + below + (narrow ? 64 : 88)
    radius: Theme.cardRadius
    width: parent?.width ?? 0

    Disc {
        id: disc

        color: root.tone
        icon: root.good ? "tick" : root.bad ? "warning" : root.neutral ? "list" : "clock"
        implicitHeight: root.narrow ? 88 : 136
        weight: root.good ? 5 : 4
        x: root.narrow ? Theme.inset : 40
        y: root.narrow ? words.y + (words.height - height) / 2 : (root.height - height) / 2
    }

    Column {
        id: words

        width: root.width - x - Theme.inset
        x: disc.x + disc.width + (root.narrow ? 24 : 36)
        y: (root.height - height - root.below) / 2

        Title {
            id: title

            color: root.tone
            font.pixelSize: root.narrow ? Theme.px(44) : Theme.outcome
            objectName: "text.outcome"
            text: root.headline
            width: parent.width
            wrapMode: Text.Wrap
        }

        Label {
            id: line

            color: root.neutral ? Theme.warnInk : Theme.ink
            font.bold: root.neutral
            font.pixelSize: root.neutral ? Theme.heading : Theme.note
            objectName: "text.sentence"
            text: root.sentence
            visible: text !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }
    }

    Amount {
        id: amount

        color: Theme.ink
        figure: root.figure
        named: "text.amount"
        size: root.narrow ? 76 : root.stacked || root.digit < 49 ? 72 : 84
        x: root.narrow ? Theme.inset : root.stacked ? words.x : root.width - width - 40
        y: root.stacked ? words.y + words.height + root.below - height : (root.height - height) / 2
    }
}
