import QtQuick
import Kiosk.ViewModels
import "controls"

/** Which step of how many, in words and in segments; on the last one the time until Home takes their place. */
Item {
    id: root

    required property ShellViewModel shell
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
        text: root.shell.stepText[0] ?? ""
    }

    Label {
        id: of

        anchors.left: which.right
        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
        font.pixelSize: Theme.frameNote
        text: root.shell.stepText[1] ?? ""
    }

    Item {
        id: right

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        height: 48
        width: root.shell.leavingText ? leaving.implicitWidth : segments.width

        ProgressSegments {
            id: segments

            anchors.verticalCenter: parent.verticalCenter
            done: root.shell.stepNumber
            filled: root.dark ? "#FFFFFF" : Theme.accent
            segment: Math.min(root.dark ? 64 : 104, ((root.dark ? 300 : 620) - 10 * total) / Math.max(1, total))
            total: root.shell.stepCount
            unfilled: root.dark ? Theme.deep : Theme.unfilled
            visible: root.shell.leavingText === ""
        }

        Label {
            id: leaving

            anchors.verticalCenter: parent.verticalCenter
            color: root.dark ? "#FFFFFF" : Theme.ink2
            font.pixelSize: Theme.frameNote
            objectName: "text.leaving"
            text: root.shell.leavingText
        }
    }
}
