import QtQuick
import Kiosk.ViewModels
import "controls"

/** Under the header in portrait: the step, or who is served, or one sentence of guidance. */
Rectangle {
    id: root

    required property ShellViewModel shell

    readonly property bool served: shell.servedName !== ""

    color: Theme.surface
    implicitHeight: 80 * Theme.titleScale

    StepCount {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        shell: root.shell
        visible: root.shell.stepCount > 0
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: Theme.frameNote
        objectName: "text.guidance"
        text: root.shell.guidance.replace("*", "<b><font color=\"" + Theme.error + "\">*</font></b>")
        textFormat: Text.StyledText
        visible: !root.served && root.shell.stepCount === 0
        width: parent.width - 2 * x
        x: Theme.margin
    }

    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: 16
        visible: root.served
        x: Theme.margin

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accent
            name: root.served ? "person" : ""
            size: 44
        }

        Title {
            font.pixelSize: Theme.frameNote
            text: root.shell.servedName
        }

        Label {
            color: Theme.ink2
            font.pixelSize: Theme.frameNote
            text: root.shell.servedNumber
        }
    }

    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: 12
        visible: root.served

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accentInk
            name: root.served ? "tick" : ""
            size: 36
            weight: 5
        }

        Title {
            color: Theme.accentInk
            font.pixelSize: Theme.frameNote
            text: root.shell.servedState
        }
    }

    Rectangle {
        color: Theme.line
        height: 2
        width: parent.width
        y: parent.height - 2
    }
}
