import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "cards"
import "controls"

/**
 * Asks a visitor who has not touched anything for a while whether they are still there. It stays until the finger that
 * answers is lifted, so that no touch goes through to what lies below.
 */
Overlay {
    id: root

    required property IdleViewModel idle
    /** What happens otherwise, as it was while there was time. */
    property string consequence

    readonly property int seconds: idle.warning
    readonly property bool held: pressed || stay.pressed || leave.pressed

    signal closed
    /** The visitor wants to go. */
    signal ended

    function close(): void {
        if (seconds === 0 && !held)
            closed();
    }

    color: Theme.veil
    name: idle.question
    objectName: "warning"
    start: stay

    onAway: idle.touched()
    onDismissed: idle.touched()
    onHeldChanged: Qt.callLater(close)
    onSecondsChanged: Qt.callLater(close)

    Binding on consequence {
        restoreMode: Binding.RestoreNone
        value: root.idle.consequence
        when: root.seconds > 0
    }

    Card {
        anchors.centerIn: parent
        inset: Theme.insetLarge
        sideInset: Theme.insetLarge
        spacing: 32
        width: Theme.dialogWidth

        Disc {
            Layout.alignment: Qt.AlignHCenter
            color: Theme.tint
            icon: "clock"
            implicitHeight: 128
            ink: Theme.accentInk
            weight: 3.6
        }

        Title {
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            font.pixelSize: Theme.outcome
            horizontalAlignment: Text.AlignHCenter
            text: root.idle.question
            wrapMode: Text.Wrap
        }

        Sentence {
            Layout.fillWidth: true
            font.pixelSize: Theme.field
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.warning"
            sentence: root.consequence
        }

        RowLayout {
            spacing: Theme.gap

            SecondaryButton {
                id: leave

                Layout.preferredWidth: Theme.secondaryWidth
                objectName: "leave"
                text: root.idle.leaveText

                onTapped: root.ended()
            }

            PrimaryButton {
                id: stay

                Layout.fillWidth: true
                objectName: "stay"
                text: root.idle.stayText

                onTapped: root.idle.touched()
            }
        }
    }
}
