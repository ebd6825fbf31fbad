import QtQuick

/** A switch on the status strip: an icon and a word; while what it opens is open it is lit. */
Touchable {
    id: root

    required property string icon
    required property string text
    property bool lit: false

    color: lit || pressed ? Theme.stripOpen : "transparent"
    implicitWidth: sign.width + word.implicitWidth + 36
    name: text

    Rectangle {
        color: Theme.stripInk
        height: 8
        visible: root.lit
        width: parent.width
    }

    Rectangle {
        color: Theme.stripLine
        height: parent.height
        width: Theme.edgeWidth
    }

    Row {
        anchors.centerIn: parent
        spacing: 8

        Icon {
            id: sign

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.stripInk
            name: root.icon
            size: 36
        }

        Label {
            id: word

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.stripInk
            font.bold: root.lit
            font.pixelSize: Theme.frameSmall
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.least
            text: root.text
            width: Math.min(implicitWidth, root.width - sign.width - parent.spacing - Theme.space)
        }
    }
}
