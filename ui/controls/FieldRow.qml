import QtQuick

/** A label with its control beside it, or `stacked` below it, and under that what is wrong. */
Item {
    id: root

    required property string label
    property bool optional: false
    property bool stacked: false
    property string error: ""
    /** Names the error sentence for tests: text.error.<field>. */
    property string field: ""
    default property alias control: holder.data

    readonly property int head: stacked ? 54 : 0

    implicitHeight: head + holder.height + (error ? problem.implicitHeight + problem.anchors.topMargin : 0)
    width: parent?.width ?? 0

    Icon {
        color: Theme.error
        name: root.optional ? "" : "star"
        size: 18
        weight: 8
        y: root.stacked ? 12 : (holder.height - height) / 2 - 2
    }

    Label {
        anchors.left: parent.left
        anchors.leftMargin: 24
        anchors.right: root.stacked ? parent.right : holder.left
        anchors.rightMargin: 8
        font.pixelSize: Theme.label
        height: root.stacked ? root.head : holder.height
        maximumLineCount: 2
        text: root.label
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }

    Item {
        id: holder

        anchors.left: parent.left
        anchors.leftMargin: root.stacked ? 0 : 272
        anchors.right: parent.right
        height: childrenRect.height
        y: root.head
    }

    ErrorLine {
        id: problem

        anchors.left: holder.left
        anchors.right: parent.right
        anchors.top: holder.bottom
        anchors.topMargin: root.stacked ? 6 : 12
        narrow: root.stacked
        objectName: "text.error." + root.field
        text: root.error
    }
}
