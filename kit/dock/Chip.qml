import QtQuick
import "../../ui/controls"

/** One position of a lever, or one row to choose on the phone. */
Touchable {
    id: root

    required property string text
    property string caption: ""
    property bool chosen: false
    property int size: 28
    property color accent: Theme.demo

    activeFocusOnTab: false
    border.color: chosen ? accent : Theme.control
    border.width: chosen ? 4 : 2
    color: pressed ? Theme.sunken : Theme.surface
    implicitHeight: caption ? 86 : 60
    implicitWidth: lines.implicitWidth + 36
    name: text
    radius: 14

    Column {
        id: lines

        anchors.centerIn: parent

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            color: root.chosen ? root.accent : Theme.ink
            font.bold: root.chosen
            font.pixelSize: root.size
            text: root.text
        }

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.ink2
            font.pixelSize: 24
            text: root.caption
            visible: text !== ""
        }
    }
}
