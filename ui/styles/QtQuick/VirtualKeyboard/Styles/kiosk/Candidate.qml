import QtQuick
import QtQuick.VirtualKeyboard.Styles
import "../../../../../controls"

/** A candidate for what was typed in Pinyin. */
SelectionListItem {
    id: root

    required property string display
    /** Qt's own item asks for it by name when it is touched. */
    required property int index

    height: 104
    width: Math.max(96, word.implicitWidth + 48)

    Label {
        id: word

        anchors.centerIn: parent
        font.pixelSize: Theme.row
        text: root.display
    }

    Rectangle {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.line
        height: 48
        width: 2
    }
}
