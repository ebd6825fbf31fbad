import QtQuick

/** A word, perhaps behind an icon, in the middle of a box. */
Touchable {
    id: root

    required property string text
    property string icon: ""
    property color ink: Theme.ink
    property int size: Theme.heading
    /** The size that the word fits at; a word of Chinese is as wide as it is long. */
    readonly property int fitting: text ? Math.min(size, (width - (icon ? size + 54 : 32)) / text.length) : size

    implicitHeight: Theme.buttonHeight
    name: text
    radius: Theme.buttonRadius

    Row {
        anchors.centerIn: parent
        spacing: 16

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            name: root.icon
            size: root.fitting + 6
            weight: 4.6
        }

        Label {
            color: root.ink
            font.bold: true
            font.pixelSize: root.fitting
            text: root.text
            visible: text !== ""
        }
    }
}
