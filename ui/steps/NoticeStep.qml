import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** What is wrong with an answer, the answer, and one button. */
StepPage {
    id: root

    required property NoticeViewModel step

    primary: step.doneText
    words: step

    onNext: step.done()

    after: InfoLine {
        text: root.step.advice
    }

    Card {
        inset: 64
        spacing: Theme.inset

        Disc {
            Layout.alignment: Qt.AlignHCenter
            color: Theme.errorTint
            icon: "warning"
            implicitHeight: 136
            ink: Theme.errorInk
            weight: 3.6
        }

        Title {
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            font.pixelSize: Theme.title
            horizontalAlignment: Text.AlignHCenter
            text: root.step.heading
            wrapMode: Text.Wrap
        }

        Sentence {
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.heading
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.notice"
            sentence: root.step.sentence
        }
    }

    KeyValueCard {
        pairs: root.step.rows
    }
}
