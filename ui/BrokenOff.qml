import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "cards"
import "controls"

/** Over Home: a fault has ended the visit before. It stays until whoever stands there has read it. */
Overlay {
    id: root

    required property BrokenOffViewModel brokenOff

    color: Theme.veil
    name: brokenOff.heading
    objectName: "broken_off"

    onAway: brokenOff.understood()
    onDismissed: brokenOff.understood()

    Card {
        anchors.centerIn: parent
        inset: Theme.insetLarge
        sideInset: Theme.insetLarge
        spacing: 32
        width: Theme.dialogWidth

        Disc {
            Layout.alignment: Qt.AlignHCenter
            color: Theme.warnTint
            icon: "warning"
            implicitHeight: 128
            ink: Theme.warnInk
            weight: 3.6
        }

        Title {
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            font.pixelSize: Theme.title
            horizontalAlignment: Text.AlignHCenter
            text: root.brokenOff.heading
            wrapMode: Text.Wrap
        }

        Sentence {
            Layout.fillWidth: true
            font.pixelSize: Theme.field
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.broken_off"
            sentence: root.brokenOff.sentence
        }

        PrimaryButton {
            Layout.fillWidth: true
            objectName: "understood"
            text: root.brokenOff.understoodText

            onTapped: root.brokenOff.understood()
        }
    }
}
