import QtQuick
import QtQuick.Layouts
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

    Fitted {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        font.pixelSize: Theme.frameNote
        objectName: "text.guidance"
        text: root.served.guidance.replace("*", "<b><font color=\"" + Theme.error + "\">*</font></b>")
        textFormat: Text.StyledText
        visible: !root.known && root.progress.count === 0
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: Theme.space
        visible: root.known

        Icon {
            Layout.preferredHeight: size
            Layout.preferredWidth: size
            color: Theme.accent
            name: root.known ? "person" : ""
            size: 44
        }

        Fitted {
            Layout.fillHeight: true
            font.bold: true
            font.pixelSize: Theme.frameNote
            text: root.served.name
        }

        Label {
            color: Theme.ink2
            font.pixelSize: Theme.frameNote
            text: root.served.number
        }

        Item {
            Layout.fillWidth: true
            Layout.maximumWidth: Infinity
        }

        RowLayout {
            spacing: 12

            Icon {
                Layout.preferredHeight: size
                Layout.preferredWidth: size
                color: Theme.accentInk
                name: root.known ? "tick" : ""
                size: 36
                weight: 5
            }

            Fitted {
                Layout.fillHeight: true
                color: Theme.accentInk
                font.bold: true
                font.pixelSize: Theme.frameNote
                text: root.served.proof
            }
        }
    }

    Rectangle {
        color: Theme.line
        height: 2
        width: parent.width
        y: parent.height - 2
    }
}
