import QtQuick
import "../controls"

/** A question over the whole screen; it is there as long as there are words for it. */
Rectangle {
    id: root

    /** The question, yes, no. */
    required property list<string> words

    signal answered(yes: bool)

    anchors.fill: parent
    color: "#B315202B"
    objectName: "question"
    visible: words.length > 0
    z: 5

    TapHandler {}

    Card {
        anchors.centerIn: parent
        inset: 56
        sideInset: 56
        spacing: 40
        width: 984

        Sentence {
            font.bold: true
            font.pixelSize: sentence.length > 80 ? Theme.caption : Theme.heading
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.question"
            sentence: root.words[0] ?? ""
            width: parent?.width ?? 0
        }

        Item {
            implicitHeight: no.height
            width: parent?.width ?? 0

            SecondaryButton {
                id: no

                objectName: "no"
                text: root.words[2] ?? ""
                width: 304

                onTapped: root.answered(false)
            }

            PrimaryButton {
                anchors.left: no.right
                anchors.leftMargin: 24
                anchors.right: parent.right
                objectName: "yes"
                text: root.words[1] ?? ""

                onTapped: root.answered(true)
            }
        }
    }
}
