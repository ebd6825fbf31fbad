import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "cards"
import "controls"

/** The earphone was pulled out: nothing is read any more, until it is back or the visitor has said how to go on. */
Overlay {
    id: root

    required property SpeechViewModel speech

    color: Theme.veil
    name: speech.pulledTitle
    objectName: "unplugged"
    start: silent

    onDismissed: speech.choose("mute")

    Card {
        anchors.centerIn: parent
        inset: Theme.insetLarge
        sideInset: Theme.insetLarge
        spacing: 32
        width: Theme.dialogWidth

        Disc {
            Layout.alignment: Qt.AlignHCenter
            color: Theme.tint
            icon: "headphones"
            implicitHeight: 128
            ink: Theme.accentInk
            weight: 3.6
        }

        Title {
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
            font.pixelSize: Theme.outcome
            horizontalAlignment: Text.AlignHCenter
            text: root.speech.pulledTitle
            wrapMode: Text.Wrap
        }

        Sentence {
            Layout.fillWidth: true
            font.pixelSize: Theme.field
            horizontalAlignment: Text.AlignHCenter
            sentence: root.speech.pulledText
        }

        RowLayout {
            spacing: Theme.gap

            SecondaryButton {
                Layout.fillWidth: true
                objectName: "speech.loudspeaker"
                text: root.speech.loudspeakerText

                onTapped: root.speech.choose("aloud")
            }

            PrimaryButton {
                id: silent

                Layout.fillWidth: true
                objectName: "speech.silence"
                text: root.speech.silenceText

                onTapped: root.speech.choose("mute")
            }
        }
    }
}
