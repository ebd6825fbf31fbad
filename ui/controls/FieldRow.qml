import QtQuick
import QtQuick.Layouts

/** A label with its control beside it, or `stacked` below it, and under that what is wrong. */
Item {
    id: root

    required property string label
    property bool optional: false
    /** The label stands above its control, however wide they are. */
    property bool above: false
    /** Where height is short: what is wrong is written smaller. */
    property bool low: false
    property string error: ""
    /** Names the error sentence for tests: text.error.<field>. */
    property string field: ""
    default property alias control: holder.data

    readonly property bool stacked: above || Theme.labelsAbove && width < Theme.px(720)
    readonly property real head: stacked ? title.implicitHeight + Theme.hair : 0

    Layout.fillWidth: true
    implicitHeight: head + Math.max(holder.height, stacked ? 0 : title.implicitHeight) + (error ? problem.implicitHeight + problem.anchors.topMargin : 0)

    Icon {
        color: Theme.error
        name: root.optional ? "" : "star"
        size: 18
        weight: 8
        y: root.stacked ? (title.font.pixelSize * 1.35 - height) / 2 - 2 : (holder.height - height) / 2 - 2
    }

    Label {
        id: title

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.right: root.stacked ? parent.right : holder.left
        anchors.rightMargin: Theme.hair
        font.pixelSize: Theme.label
        height: root.stacked ? implicitHeight : Math.max(implicitHeight, holder.height)
        text: root.label
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }

    Item {
        id: holder

        anchors.left: parent.left
        anchors.leftMargin: root.stacked ? 0 : Theme.labelWidth + Theme.gap
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
        narrow: root.stacked || root.low
        objectName: "text.error." + root.field
        text: root.error
    }
}
