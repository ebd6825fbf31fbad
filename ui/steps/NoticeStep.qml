import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** One sentence about what went wrong, and one button. */
StepPage {
    id: root

    required property NoticeViewModel step

    primary: step.doneText

    onNext: step.done()

    Card {
        inset: 96
        spacing: 40

        Disc {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.errorTint
            icon: "warning"
            implicitHeight: 136
            ink: Theme.errorInk
            weight: 3.6
        }

        Sentence {
            font.bold: true
            font.pixelSize: Theme.heading
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.notice"
            sentence: root.step.sentence
            width: parent?.width ?? 0
        }
    }
}
