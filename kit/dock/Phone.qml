pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "../../ui/controls"

/** A phone in outline with one of its three pages: scan, pay, how it ended. */
Rectangle {
    id: root

    required property HandsetViewModel step

    antialiasing: true
    border.color: "#263442"
    border.width: 12
    color: Theme.surface
    implicitHeight: 888
    implicitWidth: 440
    radius: 48

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        antialiasing: true
        color: "#263442"
        height: 8
        radius: 4
        width: 110
        y: 28
    }

    /** Whatever else the phone shows. */
    Rectangle {
        id: sms

        anchors.left: parent.left
        anchors.leftMargin: 32
        anchors.right: parent.right
        anchors.rightMargin: 32
        antialiasing: true
        color: Theme.tint
        height: visible ? 72 : 0
        radius: 20
        visible: root.step.message !== ""
        y: 56

        Title {
            anchors.centerIn: parent
            color: Theme.accentInk
            font.pixelSize: 30
            objectName: "dock.sms"
            text: root.step.message
        }
    }

    Loader {
        anchors.bottomMargin: 36
        anchors.fill: parent
        anchors.leftMargin: 32
        anchors.rightMargin: 32
        anchors.topMargin: 60 + (sms.visible ? sms.height + 8 : 0)
        sourceComponent: root.step.page === "paying" ? paying : root.step.page === "ended" ? ended : idle
    }

    Component {
        id: idle

        PhoneMessage {
            button: root.step.scanText
            icon: "scan"
            role: "dock.scan"
            text: root.step.says
            tone: Theme.accent

            onTapped: root.step.scan()
        }
    }

    Component {
        id: paying

        PhonePay {
            step: root.step
        }
    }

    Component {
        id: ended

        PhoneMessage {
            button: root.step.doneText
            icon: root.step.well ? "tick" : "warning"
            role: "dock.done"
            text: root.step.says
            tone: root.step.well ? colours.accent : Theme.warnInk

            colours: ChannelColours {
                channel: root.step.network
            }

            onTapped: root.step.cancel()
        }
    }
}
