import QtQuick
import QtQuick.Layouts
import "../controls"

/** The amount, repeated until it is paid: name and remark at the left, figure at the right or, without room, below. */
Rectangle {
    id: root

    required property string title
    required property string figure
    property string caption: ""
    /** Before the figure, such as how often it is paid. */
    property string per: ""
    property bool tinted: true
    property int size: tinted ? Theme.amount : Theme.amountLarge

    /** Whether there is a sum to show. */
    readonly property bool some: !/^[0.]*$/.test(figure)
    readonly property real room: width - 2 * Theme.inset
    readonly property bool stacked: some && Math.max(title.implicitWidth, phrase(), 0.36 * room) + amount.implicitWidth + Theme.gap > room

    /** How long the longest part of the remark is that is not to be broken. */
    function phrase(): real {
        const parts = caption.replace(/([\u3001\u3002\uff0c\uff1a\uff1b])/g, "$1\n").split("\n");
        return Math.max(...parts.map(part => metrics.advanceWidth(part)));
    }

    Layout.fillWidth: true
    antialiasing: true
    border.color: !some ? "transparent" : tinted ? Theme.edge : Theme.line
    border.width: Theme.edgeWidth
    color: !some ? "transparent" : tinted ? Theme.tint : Theme.surface
    implicitHeight: grid.implicitHeight + (tinted ? 52 : 44)
    radius: Theme.cardRadius

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: Theme.note
    }

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.leftMargin: Theme.inset
        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        anchors.verticalCenter: parent.verticalCenter
        columnSpacing: Theme.gap
        columns: root.stacked ? 1 : 2
        rowSpacing: Theme.hair

        Column {
            Layout.fillWidth: true
            Layout.preferredWidth: 0

            Title {
                id: title

                color: root.some ? Theme.ink : Theme.ink2
                font.pixelSize: Theme.label
                text: root.title
                width: parent.width
                wrapMode: Text.Wrap
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
            most: root.room
            named: "text.amount"
            size: root.size
        }
    }
}
