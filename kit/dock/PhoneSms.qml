import QtQuick
import Kiosk.ViewModels
import "../../ui/controls"

/** The last message, on top of whatever the phone shows, and a button that types its code into the terminal. */
Rectangle {
    id: root

    required property HandsetViewModel step
    readonly property bool there: step.message !== ""
    /** Of no channel. */
    readonly property ChannelColours colours: ChannelColours {
        contrast: Theme.contrast
    }

    antialiasing: true
    border.color: there ? colours.accent : Theme.line
    border.width: 2
    color: there ? colours.tint : Theme.surface
    height: there ? 116 : 52
    radius: 20

    Label {
        color: root.there ? root.colours.accentInk : Theme.ink2
        font.pixelSize: 28
        text: root.step.messageLabel
        width: (root.there ? fill.x : parent.width) - 36
        x: 20
        y: root.there ? 12 : 8
    }

    Title {
        font.letterSpacing: 4
        font.pixelSize: 44
        objectName: "dock.sms"
        text: root.step.message
        visible: root.there
        x: 20
        y: 50
    }

    PhoneButton {
        id: fill

        colours: root.colours

        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        implicitHeight: 76
        objectName: "dock.sms.fill"
        size: 28
        text: root.step.fillText
        visible: root.there
        width: 170

        onTapped: root.step.fill()
    }
}
