import QtQuick
import QtQuick.Layouts
import "../controls"

/** Nothing is there: icon and sentence. */
Card {
    id: root

    required property string text
    property string icon: "search"

    inset: 64
    spacing: 28
    visible: text !== ""

    Disc {
        Layout.alignment: Qt.AlignHCenter
        color: Theme.tint
        icon: root.icon
        implicitHeight: 128
        ink: Theme.accentInk
        weight: 3.6
    }

    Title {
        Accessible.role: Accessible.Heading
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        objectName: "text.nothing"
        text: root.text
        wrapMode: Text.Wrap
    }
}
