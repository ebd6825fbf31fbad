import QtQuick
import "../controls"

/** What follows below it, and at the right or beside it a remark. */
Item {
    id: root

    required property string text
    property string remark: ""
    property bool remarkAtRight: true
    property alias size: title.font.pixelSize

    implicitHeight: title.implicitHeight
    visible: text !== ""
    width: parent?.width ?? 0

    Title {
        id: title

        text: root.text
    }

    Label {
        anchors.baseline: title.baseline
        color: Theme.ink2
        horizontalAlignment: root.remarkAtRight ? Text.AlignRight : Text.AlignLeft
        text: root.remark
        width: parent.width - x
        x: title.implicitWidth + 20
    }
}
