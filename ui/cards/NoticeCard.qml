import QtQuick
import "../controls"

/** What the guide wants noticed: figures are bold. */
Rectangle {
    id: root

    required property string heading
    required property list<string> sentences
    property string icon: "info"

    readonly property bool narrow: width < 700

    /** Figures in bold, with working days where they count them, and never broken: word joiners (U+2060) hold them. */
    function marked(sentence: string): string {
        return sentence.replace(/(?:\d[\d:.,-]*\d|\d)(?:\u4e2a\u5de5\u4f5c\u65e5)?/g, figure => "<b>" + figure.split("").join("\u2060") + "</b>");
    }

    antialiasing: true
    border.color: Theme.warnEdge
    border.width: Theme.edgeWidth
    color: Theme.warnTint
    implicitHeight: title.height + body.height + 60
    radius: Theme.cardRadius
    visible: sentences.length > 0
    width: parent?.width ?? 0

    Icon {
        id: sign

        color: Theme.warnInk
        name: root.icon
        size: 48
        x: Theme.inset
        y: 27
    }

    Sentence {
        id: title

        color: Theme.warnInk
        font.bold: true
        sentence: root.heading
        width: root.width - x - Theme.inset
        x: root.narrow ? 96 : 104
        y: 28
    }

    Label {
        id: body

        anchors.left: parent.left
        anchors.leftMargin: root.narrow ? Theme.inset : 104
        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        anchors.top: title.bottom
        anchors.topMargin: 6
        color: Theme.warnInk
        text: root.sentences.map(root.marked).join("<br>")
        textFormat: Text.StyledText
        wrapMode: Text.Wrap
    }
}
