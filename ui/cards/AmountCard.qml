import QtQuick
import "../controls"

/** The amount, repeated until it is paid: name and remark at the left, figure at the right. */
Rectangle {
    id: root

    required property string title
    required property string figure
    property string caption: ""
    /** Before the figure, such as how often it is paid. */
    property string per: ""
    property bool tinted: true
    property int size: tinted ? 76 : 96

    /** Whether there is a sum to show. */
    readonly property bool some: !/^[0.]*$/.test(figure)
    readonly property bool stacked: width < 700 && some

    antialiasing: true
    border.color: !some ? "transparent" : tinted ? Theme.edge : Theme.line
    border.width: Theme.edgeWidth
    color: !some ? "transparent" : tinted ? Theme.tint : Theme.surface
    implicitHeight: stacked ? words.height + amount.height + 60 : Math.max(words.height, amount.height) + (tinted ? 52 : 44)
    radius: Theme.cardRadius
    width: parent?.width ?? 0

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.inset
        width: root.width - 2 * Theme.inset - (root.stacked || !root.some ? 0 : amount.width + 24)
        y: root.stacked ? 24 : (root.height - height) / 2

        Title {
            color: root.some ? Theme.ink : Theme.ink2
            font.pixelSize: Theme.label
            text: root.title
            width: parent.width
        }

        Sentence {
            color: Theme.ink2
            sentence: root.caption
            visible: root.caption !== ""
            width: parent.width
        }
    }

    Amount {
        id: amount

        before: root.per
        figure: root.some ? root.figure : ""
        named: "text.amount"
        size: root.figure.length > 8 ? Math.min(root.size, 84) : root.size
        x: root.stacked ? Theme.inset : root.width - width - Theme.inset
        y: root.stacked ? words.y + words.height + 12 : (root.height - height) / 2
    }
}
