import QtQuick
import QtQuick.VirtualKeyboard.Styles
import "../../../../../controls"

/** A candidate for what was typed in Pinyin. */
SelectionListItem {
    id: root

    required property string display

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
