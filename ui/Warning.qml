import QtQuick
import Kiosk.ViewModels
import "cards"
import "controls"

/** Asks a visitor who has not touched anything for a while whether they are still there. */
Rectangle {
    id: root

    required property ShellViewModel shell

    color: "#B315202B"
    objectName: "warning"

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }

    Card {
        anchors.centerIn: parent
        inset: 56
        sideInset: 56
        spacing: 32
        width: 888

        Disc {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.tint
            icon: "clock"
            implicitHeight: 128
            ink: Theme.accentInk
            weight: 3.6
        }

        Title {
            anchors.horizontalCenter: parent.horizontalCenter
            font.pixelSize: Theme.outcome
            text: root.shell.warningWords[0] ?? ""
        }

        Sentence {
            font.pixelSize: Theme.field
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.warning"
            sentence: root.shell.warningWords[1] ?? ""
            width: parent?.width ?? 0
        }

        PrimaryButton {
            objectName: "stay"
            text: root.shell.warningWords[2] ?? ""
            width: parent?.width ?? 0

            onTapped: root.shell.touched()
        }
    }
}
