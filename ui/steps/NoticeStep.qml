import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** What is wrong with an answer, the answer, and one button. */
StepPage {
    id: root

    required property NoticeViewModel step

    primary: step.doneText

    onNext: step.done()

    after: InfoLine {
        text: root.step.advice
    }

    Card {
        inset: 64
        spacing: 32

        Disc {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.errorTint
            icon: "warning"
            implicitHeight: 136
            ink: Theme.errorInk
            weight: 3.6
        }

        Title {
            anchors.horizontalCenter: parent.horizontalCenter
            font.pixelSize: Theme.title
            text: root.step.heading
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

    KeyValueCard {
        pairs: root.step.rows
    }
}
