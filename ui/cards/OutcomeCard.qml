import QtQuick
import QtQuick.Layouts
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
    readonly property int side: narrow ? Theme.inset : 40
    /** What the amount may take beside disc and words. */
    readonly property real aside: width - 2 * side - disc.implicitWidth - 2 * grid.columnSpacing - Math.max(title.implicitWidth, line.implicitWidth)
    readonly property bool stacked: figure !== "" && (narrow || natural.implicitWidth * 0.83 > aside)

    Layout.fillWidth: true
    antialiasing: true
    border.color: good ? Theme.okEdge : bad ? Theme.errorEdge : neutral ? Theme.edge : Theme.warnEdge
    border.width: Theme.edgeWidth
    color: good ? Theme.okTint : bad ? Theme.errorTint : neutral ? Theme.tint : Theme.warnTint
    implicitHeight: grid.implicitHeight + (narrow ? 56 : 88)
    radius: Theme.cardRadius

    Amount {
        id: natural

        figure: root.figure
        size: Theme.px(84)
        visible: false
    }

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.leftMargin: root.side
        anchors.right: parent.right
        anchors.rightMargin: root.side
        anchors.verticalCenter: parent.verticalCenter
        columnSpacing: root.narrow ? Theme.gap : 36
        columns: root.stacked || root.figure === "" ? 2 : 3
        rowSpacing: root.narrow ? 20 : Theme.hair

        Disc {
            id: disc

            Layout.rowSpan: root.stacked && !root.narrow ? 2 : 1
            color: root.tone
            icon: root.good ? "tick" : root.bad ? "warning" : root.neutral ? "list" : "clock"
            implicitHeight: root.narrow ? 88 : 136
            weight: root.good ? 5 : 4
        }

        Column {
            Layout.fillWidth: true
            Layout.preferredWidth: 0

            Title {
                id: title

                Accessible.role: Accessible.Heading
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
            Layout.columnSpan: root.narrow ? 2 : 1
            color: Theme.ink
            figure: root.figure
            most: root.stacked ? grid.width - (root.narrow ? 0 : disc.width + grid.columnSpacing) : root.aside
            named: "text.amount"
            size: root.narrow ? Theme.amount : root.stacked ? Theme.px(72) : Theme.px(84)
        }
    }
}
