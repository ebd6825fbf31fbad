import QtQuick
import "../controls"

/** How it ended. `kind`: good, unknown (nothing is certain yet) or bad. */
Rectangle {
    id: root

    required property string headline
    required property string sentence
    property string figure: ""
    property string kind: "good"

    readonly property bool good: kind === "good"
    readonly property bool bad: kind === "bad"
    readonly property color tone: good ? Theme.ok : bad ? Theme.error : Theme.warnInk
    readonly property bool narrow: width < 700
    /** Whether the figure has no room beside the words; 49 is a digit of it. */
    readonly property bool stacked: figure !== "" && (narrow || Math.max(title.implicitWidth, line.implicitWidth) + figure.length * 49 + 340 > width)
    readonly property real below: stacked ? amount.height + (narrow ? 20 : 8) : 0

    antialiasing: true
    border.color: good ? Theme.okEdge : bad ? Theme.errorEdge : Theme.warnEdge
    border.width: Theme.edgeWidth
    color: good ? Theme.okTint : bad ? Theme.errorTint : Theme.warnTint
    implicitHeight: words.height + below + (narrow ? 64 : 88)
    radius: Theme.cardRadius
    width: parent?.width ?? 0

    Disc {
        id: disc

        color: root.tone
        icon: root.good ? "tick" : root.bad ? "warning" : "clock"
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
        size: root.narrow ? 76 : root.stacked ? 64 : 84
        x: root.narrow ? Theme.inset : root.stacked ? words.x : root.width - width - 40
        y: root.stacked ? words.y + words.height + root.below - height : (root.height - height) / 2
    }
}
