import QtQuick
import Kiosk.ViewModels
import "cards"
import "controls"

/**
 * Asks a visitor who has not touched anything for a while whether they are still there. It stays until the finger that
 * answers is lifted, so that no touch goes through to what lies below.
 */
Rectangle {
    id: root

    required property IdleViewModel idle
    /** What happens otherwise, as it was while there was time. */
    property string consequence

    readonly property int seconds: idle.warning
    readonly property bool held: outside.pressed || stay.pressed || leave.pressed

    signal closed
    /** The visitor wants to go. */
    signal ended

    function close(): void {
        if (seconds === 0 && !held)
            closed();
    }

    color: "#B315202B"
    objectName: "warning"

    onHeldChanged: Qt.callLater(close)
    onSecondsChanged: Qt.callLater(close)

    Binding on consequence {
        restoreMode: Binding.RestoreNone
        value: root.idle.consequence
        when: root.seconds > 0
    }

    TapHandler {
        id: outside

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.idle.touched()
    }

    Card {
        anchors.centerIn: parent
        inset: 56
        sideInset: 56
        spacing: 32
        width: 984

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
            text: root.idle.question
        }

        Sentence {
            font.pixelSize: Theme.field
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.warning"
            sentence: root.consequence
            width: parent?.width ?? 0
        }

        Item {
            implicitHeight: stay.height
            width: parent?.width ?? 0

            SecondaryButton {
                id: leave

                objectName: "leave"
                text: root.idle.leaveText
                width: 304

                onTapped: root.ended()
            }

            PrimaryButton {
                id: stay

                anchors.right: parent.right
                objectName: "stay"
                text: root.idle.stayText
                width: parent.width - leave.width - 24

                onTapped: root.idle.touched()
            }
        }
    }
}
