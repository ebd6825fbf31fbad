import QtQuick
import QtQuick.Layouts
import "../controls"

/** A white box that holds its children in a column. */
Rectangle {
    id: root

    default property alias content: column.data
    /** Above and below, and at the sides. */
    property int inset: Theme.inset
    property int sideInset: Theme.inset
    property alias spacing: column.spacing
    /** What may come to stand on two pages, where the card does not fit on one; nothing of it. */
    property Item pieces: null
    /** What it is torn into only if it is higher than a page. */
    readonly property Item torn: column
    readonly property Item column: column

    Layout.fillWidth: true
    antialiasing: true
    border.color: Theme.line
    border.width: Theme.edgeWidth
    color: Theme.surface
    implicitHeight: column.implicitHeight + 2 * inset
    radius: Theme.cardRadius

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: root.sideInset
        anchors.right: parent.right
        anchors.rightMargin: root.sideInset
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space
    }
}
