import QtQuick
import "../controls"

/** A word that can be chosen for what was typed in Pinyin. */
Touchable {
    id: root

    required property string text

    border.color: Theme.accent
    border.width: Theme.errorWidth
    color: pressed ? Theme.tint : Theme.surface
    name: text
    radius: Theme.fieldRadius
    types: true

    Label {
        anchors.centerIn: parent
        color: Theme.accentInk
        font.bold: true
        font.pixelSize: root.text.length > 1 ? 54 : 64
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.small
        text: root.text
        width: parent.width - 14
    }
}
