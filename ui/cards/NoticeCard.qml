pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../controls"

/** What the guide wants noticed: figures are bold. */
Rectangle {
    id: root

    required property string heading
    required property list<string> sentences
    property string icon: "info"
    /** Where height is short: its lines stand closer. */
    property bool close: false

    readonly property bool narrow: width < 700
    /** What it is torn into only if it is higher than a page. */
    readonly property Item torn: body

    /** Beside other cards there is little height: more than four lines are set more tightly. */
    readonly property bool tight: close || narrow && metrics.height > 0 && metrics.advanceWidth(sentences.join("")) > 4.2 * (width - 2 * Theme.inset)

    /** Word joiners (U+2060) between characters that are not to be parted. */
    function joined(text: string): string {
        return text.split("").join("\u2060");
    }

    /**
     * Figures in bold, with working days where they count them, and never broken; the last line never a lone character.
     */
    function marked(sentence: string): string {
        const end = sentence.replace(/[^\d.]{4}$/, joined);
        return end.replace(/(?:\d[\d:.,-]*\d|\d)(?:\u4e2a\u5de5\u4f5c\u65e5)?/g, figure => "<b>" + joined(figure) + "</b>");
    }

    Layout.fillWidth: true
    antialiasing: true
    border.color: Theme.warnEdge
    border.width: Theme.edgeWidth
    color: Theme.warnTint
    implicitHeight: body.height + (tight ? 43 : 53)
    radius: Theme.cardRadius
    visible: sentences.length > 0

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: Theme.note
    }

    /** All of it, so that no part of what is on another page is drawn on this one. */
    Column {
        id: body

        spacing: 0
        width: root.width
        y: root.tight ? 19 : 27

        Item {
            /** Never the last on a page. */
            readonly property bool heads: true

            height: title.height + (root.tight ? 5 : 7)
            width: body.width

            Icon {
                id: sign

                color: Theme.warnInk
                name: root.icon
                size: 48
                x: Theme.inset
            }

            Sentence {
                id: title

                Accessible.role: Accessible.Heading
                color: Theme.warnInk
                font.bold: true
                sentence: root.heading
                width: body.width - x - Theme.inset
                x: root.narrow ? 96 : 104
                y: 1
            }
        }

        Repeater {
            model: root.sentences

            Label {
                required property string modelData

                color: Theme.warnInk
                font.pixelSize: root.tight ? Theme.caption : Theme.note
                text: root.marked(modelData)
                textFormat: Text.StyledText
                width: body.width - x - Theme.inset
                wrapMode: Text.Wrap
                x: root.narrow ? Theme.inset : 104
            }
        }
    }
}
