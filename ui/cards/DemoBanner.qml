import QtQuick
import "../controls"

/** Says on Home that nothing here is real. */
Rectangle {
    id: root

    required property string tag
    required property string text

    color: Theme.demoTint
    implicitHeight: Math.max(72, said.implicitHeight + Theme.space)

    Tag {
        id: mark

        anchors.verticalCenter: parent.verticalCenter
        text: root.tag
        x: Theme.margin
    }

    Label {
        id: said

        anchors.left: mark.right
        anchors.leftMargin: 20
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.demoInk
        font.pixelSize: Theme.caption
        text: root.text
        wrapMode: Text.Wrap
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.demoEdge
        height: 2
        width: parent.width
    }
}
