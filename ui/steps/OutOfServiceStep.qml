import QtQuick
import Kiosk.ViewModels
import "../cards"
import "../controls"

/** The terminal cannot be trusted: what the visitor is told, and a line for the staff. */
Item {
    id: root

    required property OutOfServiceViewModel step

    anchors.fill: parent

    Card {
        anchors.centerIn: parent
        inset: 72
        spacing: 36
        width: Math.min(parent.width - 2 * Theme.margin, 1216)

        Disc {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.warnTint
            icon: "wrench"
            implicitHeight: 136
            ink: Theme.warnInk
            weight: 3.6
        }

        Title {
            anchors.horizontalCenter: parent.horizontalCenter
            font.pixelSize: Theme.outcome
            objectName: "text.outcome"
            text: root.step.headline
        }

        Sentence {
            font.pixelSize: Theme.field
            horizontalAlignment: Text.AlignHCenter
            sentence: root.step.sentence
            width: parent?.width ?? 0
        }

        Rectangle {
            color: Theme.line
            height: 2
            width: parent?.width ?? 0
        }

        Label {
            color: Theme.ink2
            font.pixelSize: Theme.small
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.reason"
            text: root.step.reason
            width: parent?.width ?? 0
            wrapMode: Text.Wrap
        }
    }
}
