import QtQuick
import Kiosk.ViewModels
import "../../ui/controls"

/** A page of the phone that says one thing and has one button. */
Item {
    id: root

    required property string text
    required property string icon
    required property string button
    required property string role
    required property color tone
    property ChannelColours colours: ChannelColours {}
    /** A message that came by SMS. */
    property string message: ""

    signal tapped

    Rectangle {
        antialiasing: true
        color: Theme.tint
        height: 96
        radius: 20
        visible: root.message !== ""
        width: parent.width
        y: 8

        Title {
            anchors.centerIn: parent
            color: Theme.accentInk
            font.pixelSize: 30
            objectName: "dock.sms"
            text: root.message
        }
    }

    Disc {
        id: disc

        anchors.horizontalCenter: parent.horizontalCenter
        color: root.tone
        icon: root.icon
        implicitHeight: 160
        y: 180
    }

    Label {
        anchors.top: disc.bottom
        anchors.topMargin: 40
        font.bold: true
        font.pixelSize: 34
        horizontalAlignment: Text.AlignHCenter
        objectName: "dock.says"
        text: root.text
        width: parent.width
        wrapMode: Text.Wrap
    }

    PhoneButton {
        anchors.bottom: parent.bottom
        colours: root.colours
        objectName: root.role
        text: root.button
        width: parent.width

        onTapped: root.tapped()
    }
}
