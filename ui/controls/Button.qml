import QtQuick

/** A word, perhaps behind an icon, in the middle of a box; what is too long stands on two lines, smaller, or without its icon. */
Touchable {
    id: root

    required property string text
    property string icon: ""
    property color ink: Theme.ink
    property int size: Theme.heading

    /** What an icon takes away from the words. */
    readonly property real signWidth: icon ? sign.width + row.spacing : 0
    /** The words need two lines beside it, and all the room that there is. */
    readonly property bool bare: icon !== "" && text !== "" && metrics.advanceWidth > 1.5 * (width - 2 * Theme.space - signWidth)
    readonly property real room: width - 2 * Theme.space - (bare ? 0 : signWidth)

    /** As wide as it would be on one line. */
    readonly property real natural: word.implicitWidth + 2 * Theme.px(Theme.space) + signWidth

    implicitHeight: Theme.buttonHeight
    implicitWidth: natural
    name: text
    radius: Theme.buttonRadius

    TextMetrics {
        id: metrics

        font.bold: true
        font.family: Theme.family
        font.pixelSize: root.size
        text: root.icon ? root.text : ""
    }

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
            visible: name !== "" && !root.bare
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
