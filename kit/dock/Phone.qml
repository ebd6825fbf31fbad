pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "../../ui/controls"

/** A phone in outline: its last message, and one of its three pages: scan, pay, how it ended. */
Rectangle {
    id: root

    required property HandsetViewModel step

    Accessible.name: step.heading
    Accessible.role: Accessible.Grouping
    antialiasing: true
    border.color: Theme.dark ? Theme.control : "#263442"
    border.width: 12
    color: Theme.surface
    radius: 48

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        antialiasing: true
        color: "#263442"
        height: 8
        radius: 4
        width: 110
        y: 24
    }

    /** Whatever else the phone shows. */
    PhoneSms {
        id: sms

        step: root.step
        width: parent.width - 56
        x: 28
        y: 44
    }

    Loader {
        anchors.bottomMargin: 32
        anchors.fill: parent
        anchors.leftMargin: 28
        anchors.rightMargin: 28
        anchors.topMargin: sms.y + sms.height + 16
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
                contrast: Theme.contrast
            }

            onTapped: root.step.cancel()
        }
    }
}
