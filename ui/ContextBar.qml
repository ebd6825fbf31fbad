import QtQuick
import Kiosk.ViewModels
import "controls"

/** Under the header in portrait: the step, or who is served, or one sentence of guidance. */
Rectangle {
    id: root

    required property ProgressViewModel progress
    required property ServedViewModel served
    /** When the terminal returns to Home by itself, if it says so. */
    required property string leaving

    readonly property bool known: served.name !== ""

    color: Theme.surface
    implicitHeight: 80 * Theme.titleScale

    StepCount {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        leaving: root.leaving
        progress: root.progress
        visible: root.progress.count > 0
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: Theme.frameNote
        objectName: "text.guidance"
        text: root.served.guidance.replace("*", "<b><font color=\"" + Theme.error + "\">*</font></b>")
        textFormat: Text.StyledText
        visible: !root.known && root.progress.count === 0
        width: parent.width - 2 * x
        x: Theme.margin
    }

    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: 16
        visible: root.known
        x: Theme.margin

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accent
            name: root.known ? "person" : ""
            size: 44
        }

        Title {
            font.pixelSize: Theme.frameNote
            text: root.served.name
        }

        Label {
            color: Theme.ink2
            font.pixelSize: Theme.frameNote
            text: root.served.number
        }
    }

    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: 12
        visible: root.known

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accentInk
            name: root.known ? "tick" : ""
            size: 36
            weight: 5
        }

        Title {
            color: Theme.accentInk
            font.pixelSize: Theme.frameNote
            text: root.served.proof
        }
    }

    Rectangle {
        color: Theme.line
        height: 2
        width: parent.width
        y: parent.height - 2
    }
}
