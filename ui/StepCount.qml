import QtQuick
import Kiosk.ViewModels
import "controls"

/** Which step of how many, in words and in segments; on the last one the time until Home takes their place. */
Item {
    id: root

    required property ProgressViewModel progress
    /** When the terminal returns to Home by itself; instead of the segments. */
    required property string leaving
    property bool dark: false

    readonly property color ink: dark ? "#FFFFFF" : Theme.ink

    implicitHeight: 48
    implicitWidth: which.implicitWidth + of.implicitWidth + 26 + right.width

    Title {
        id: which

        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
        font.pixelSize: Theme.frameNote
        objectName: "text.step"
        text: root.progress.stepText
    }

    Label {
        id: of

        anchors.left: which.right
        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
        font.pixelSize: Theme.frameNote
        text: root.progress.countText
    }

    Item {
        id: right

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        height: 48
        width: root.leaving ? told.implicitWidth : segments.width

        ProgressSegments {
            id: segments

            anchors.verticalCenter: parent.verticalCenter
            done: root.progress.step
            filled: root.dark ? "#FFFFFF" : Theme.accent
            segment: Math.min(root.dark ? 64 : 104, ((root.dark ? 300 : 620) - 10 * total) / Math.max(1, total))
            total: root.progress.count
            unfilled: root.dark ? Theme.deep : Theme.unfilled
            visible: root.leaving === ""
        }

        Label {
            id: told

            anchors.verticalCenter: parent.verticalCenter
            color: root.dark ? "#FFFFFF" : Theme.ink2
            font.pixelSize: Theme.frameNote
            objectName: "text.leaving"
            text: root.leaving
        }
    }
}
