import QtQuick
import "../controls"

/** A white box that holds its children in a column. */
Rectangle {
    id: root

    default property alias content: column.data
    /** Above and below, and at the sides. */
    property int inset: Theme.inset
    property int sideInset: Theme.inset
    property int spacing: 16

    antialiasing: true
    border.color: Theme.line
    border.width: Theme.edgeWidth
    color: Theme.surface
    implicitHeight: column.height + 2 * inset
    radius: Theme.cardRadius
    width: parent?.width ?? 0

    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: root.sideInset
        anchors.right: parent.right
        anchors.rightMargin: root.sideInset
        anchors.verticalCenter: parent.verticalCenter
        spacing: root.spacing
    }
}
