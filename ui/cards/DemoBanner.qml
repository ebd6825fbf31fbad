import QtQuick
import "../controls"

/** Says on Home that nothing here is real. */
Rectangle {
    id: root

    required property string tag
    required property string text

    color: Theme.demoTint
    implicitHeight: 72

    Tag {
        id: mark

        anchors.verticalCenter: parent.verticalCenter
        text: root.tag
        x: Theme.margin
    }

    Label {
        anchors.left: mark.right
        anchors.leftMargin: 20
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.demoInk
        font.pixelSize: Theme.caption
        text: root.text
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.demoEdge
        height: 2
        width: parent.width
    }
}
