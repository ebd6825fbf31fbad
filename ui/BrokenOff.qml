import QtQuick
import Kiosk.ViewModels
import "cards"
import "controls"

/** Over Home: a fault has ended the visit before. It stays until whoever stands there has read it. */
Rectangle {
    id: root

    required property BrokenOffViewModel brokenOff

    color: "#B315202B"
    objectName: "broken_off"

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.brokenOff.understood()
    }

    Card {
        anchors.centerIn: parent
        inset: 56
        sideInset: 56
        spacing: 32
        width: 984

        Disc {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.warnTint
            icon: "warning"
            implicitHeight: 128
            ink: Theme.warnInk
            weight: 3.6
        }

        Title {
            anchors.horizontalCenter: parent.horizontalCenter
            font.pixelSize: Theme.title
            text: root.brokenOff.heading
        }

        Sentence {
            font.pixelSize: Theme.field
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.broken_off"
            sentence: root.brokenOff.sentence
            width: parent?.width ?? 0
        }

        PrimaryButton {
            objectName: "understood"
            text: root.brokenOff.understoodText
            width: parent?.width ?? 0

            onTapped: root.brokenOff.understood()
        }
    }
}
