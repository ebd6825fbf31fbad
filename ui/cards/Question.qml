import QtQuick
import "../controls"

/** A question over the whole screen; it is there as long as something is asked. */
Rectangle {
    id: root

    required property string question
    required property string yesText
    required property string noText

    signal answered(yes: bool)

    anchors.fill: parent
    color: "#B315202B"
    objectName: "question"
    visible: question !== ""
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
            sentence: root.question
            width: parent?.width ?? 0
        }

        Item {
            implicitHeight: no.height
            width: parent?.width ?? 0

            SecondaryButton {
                id: no

                objectName: "no"
                text: root.noText
                width: 304

                onTapped: root.answered(false)
            }

            PrimaryButton {
                anchors.left: no.right
                anchors.leftMargin: 24
                anchors.right: parent.right
                objectName: "yes"
                text: root.yesText

                onTapped: root.answered(true)
            }
        }
    }
}
