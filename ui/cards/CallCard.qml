import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "../controls"

/** 呼叫工作人员: a button, and in its place what has become of the call. Green only once a person has answered. */
Card {
    id: root

    required property CallingViewModel calling

    readonly property bool answered: calling.told === "answered"

    spacing: Theme.space

    BarHeading {
        text: root.calling.heading
    }

    Rectangle {
        Layout.fillWidth: true
        antialiasing: true
        border.color: root.answered ? Theme.ok : Theme.warnEdge
        border.width: Theme.controlWidth
        color: root.answered ? Theme.okTint : Theme.warnTint
        implicitHeight: Math.max(disc.height, lines.implicitHeight) + 2 * Theme.space
        objectName: "call.told"
        radius: Theme.buttonRadius
        visible: root.calling.told !== ""

        Disc {
            id: disc

            anchors.verticalCenter: parent.verticalCenter
            color: root.answered ? Theme.ok : Theme.warnInk
            icon: root.answered ? "tick" : "clock"
            implicitHeight: Theme.px(88)
            ink: root.answered ? Theme.inkOnAccent : Theme.warnTint
            x: Theme.gap
        }

        ColumnLayout {
            id: lines

            anchors.left: disc.right
            anchors.leftMargin: Theme.gap
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            spacing: 0

            Title {
                Layout.fillWidth: true
                color: root.answered ? Theme.ok : Theme.warnInk
                font.pixelSize: Theme.row
                text: root.calling.title
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                color: root.answered ? Theme.ink : Theme.warnInk
                font.pixelSize: Theme.note
                text: root.calling.caption
                wrapMode: Text.Wrap
            }
        }
    }

    SecondaryButton {
        Layout.fillWidth: true
        icon: "bell"
        implicitHeight: Math.max(128, Theme.buttonHeight)
        objectName: "call"
        text: root.calling.callText
        visible: root.calling.there && root.calling.mayCall

        onTapped: root.calling.call()
    }

    InfoLine {
        icon: root.calling.told ? "clock" : "phone"
        text: root.calling.otherwise
    }
}
