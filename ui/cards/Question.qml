import QtQuick
import QtQuick.Layouts
import "../controls"

/** A question over the whole screen; it is there as long as something is asked. */
Overlay {
    id: root

    required property string question
    required property string yesText
    required property string noText

    signal answered(yes: bool)

    anchors.fill: parent
    color: Theme.veil
    name: question
    objectName: "question"
    visible: question !== ""
    z: 5

    onDismissed: answered(false)

    FontMetrics {
        id: metrics

        font.bold: true
        font.family: Theme.family
        font.pixelSize: Theme.heading
    }

    Card {
        anchors.centerIn: parent
        inset: Theme.insetLarge
        sideInset: Theme.insetLarge
        spacing: 40
        width: Theme.dialogWidth

        Sentence {
            Layout.fillWidth: true
            font.bold: true
            // What somebody has explained may be long.
            font.pixelSize: metrics.advanceWidth(sentence) > 4 * width ? Theme.caption : Theme.heading
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.question"
            sentence: root.question
        }

        RowLayout {
            spacing: Theme.gap

            SecondaryButton {
                Layout.preferredWidth: Theme.secondaryWidth
                objectName: "no"
                text: root.noText

                onTapped: root.answered(false)
            }

            PrimaryButton {
                Layout.fillWidth: true
                objectName: "yes"
                text: root.yesText

                onTapped: root.answered(true)
            }
        }
    }
}
