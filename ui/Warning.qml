import QtQuick
import Kiosk.ViewModels
import "controls"

/**
 * Asks a visitor who has not touched anything for a while whether they are still there. It stays until the finger that
 * answers is lifted, so that no touch goes through to what lies below.
 */
LeaveSheet {
    id: root

    required property IdleViewModel idle
    /** What was left to answer, as it was while there was time. */
    property int left_: 0
    property real share: 0

    readonly property int seconds: idle.warning

    signal closed

    function close(): void {
        if (seconds === 0 && !held)
            closed();
    }

    caption: idle.caption
    kept: idle.kept
    leaveText: idle.leaveText
    lost: idle.lost
    objectName: "warning"
    question: idle.question
    stayText: idle.stayText

    onAway: idle.touched()
    onHeldChanged: Qt.callLater(close)
    onSecondsChanged: Qt.callLater(close)
    onStayed: idle.touched()

    Binding on left_ {
        restoreMode: Binding.RestoreNone
        value: root.seconds
        when: root.seconds > 0
    }

    Binding on share {
        restoreMode: Binding.RestoreNone
        value: root.idle.share
        when: root.seconds > 0
    }

    Ring {
        anchors.centerIn: parent
        caption: root.idle.figureCaption
        captionInk: Theme.ink
        captionSize: Math.max(Theme.least, 0.094 * height)
        height: Math.min(640, parent.height - 2 * Theme.gap, parent.width)
        part: root.share
        size: 0.4375 * height
        stroke: height / 16
        text: String(root.left_)
        width: height
    }
}
