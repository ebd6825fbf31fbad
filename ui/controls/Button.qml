import QtQuick

/** A word, perhaps behind an icon, in the middle of a box; what is too long stands on two lines, or smaller. */
Touchable {
    id: root

    required property string text
    property string icon: ""
    property color ink: Theme.ink
    property int size: Theme.heading

    readonly property real room: width - 2 * Theme.space - (icon ? sign.width + row.spacing : 0)

    /** As wide as it would be on one line. */
    readonly property real natural: word.implicitWidth + 2 * Theme.px(Theme.space) + (icon ? sign.width + row.spacing : 0)

    implicitHeight: Theme.buttonHeight
    implicitWidth: natural
    name: text
    radius: Theme.buttonRadius

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.space

        Icon {
            id: sign

            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            name: root.icon
            size: root.size + 6
            weight: 4.6
        }

        Label {
            id: word

            readonly property bool long_: implicitWidth > root.room

            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            font.bold: true
            font.pixelSize: root.size
            fontSizeMode: long_ ? Text.Fit : Text.FixedSize
            height: long_ ? root.height - Theme.hair : implicitHeight
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.least
            text: root.text
            verticalAlignment: Text.AlignVCenter
            visible: text !== ""
            width: long_ ? root.room : implicitWidth
            wrapMode: Text.WordWrap
        }
    }
}
