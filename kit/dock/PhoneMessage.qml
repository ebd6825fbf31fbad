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
    property ChannelColours colours: ChannelColours {
        contrast: Theme.contrast
    }

    signal tapped

    Disc {
        id: disc

        anchors.horizontalCenter: parent.horizontalCenter
        color: root.tone
        icon: root.icon
        implicitHeight: 160
        y: Math.max(40, (parent.height - 400) / 3)
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
