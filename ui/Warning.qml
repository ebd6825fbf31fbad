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

    required property ShellViewModel shell
    /** Question, what happens otherwise, the button that stays, perhaps one that leaves; as they were while there was time. */
    property list<string> words

    readonly property int seconds: shell.warning
    readonly property bool held: outside.pressed || stay.pressed || leave.pressed

    signal closed

    function close(): void {
        if (seconds === 0 && !held)
            closed();
    }

    color: "#B315202B"
    objectName: "warning"

    onHeldChanged: Qt.callLater(close)
    onSecondsChanged: Qt.callLater(close)

    Binding on words {
        restoreMode: Binding.RestoreNone
        value: root.shell.warningWords
        when: root.seconds > 0
    }

    TapHandler {
        id: outside

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.shell.touched()
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
            text: root.words[0] ?? ""
        }

        Sentence {
            font.pixelSize: Theme.field
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.warning"
            sentence: root.words[1] ?? ""
            width: parent?.width ?? 0
        }

        Item {
            implicitHeight: stay.height
            width: parent?.width ?? 0

            SecondaryButton {
                id: leave

                objectName: "leave"
                text: root.words[3] ?? ""
                visible: text !== ""
                width: 304

                onTapped: root.shell.home()
            }

            PrimaryButton {
                id: stay

                anchors.right: parent.right
                objectName: "stay"
                text: root.words[2] ?? ""
                width: parent.width - (leave.visible ? leave.width + 24 : 0)

                onTapped: root.shell.touched()
            }
        }
    }
}
