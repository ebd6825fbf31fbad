pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** A summary: keys at the left, values bold at the right; more than five rows are divided by lines. */
Card {
    id: root

    /** `[{key, value}]` */
    required property var pairs

    readonly property bool divided: pairs.length > 5
    property int rowHeight: Theme.px(pairs.length > 9 ? 72 : divided ? 76 : width < 700 ? 56 : 64)

    inset: divided ? 16 : 22
    spacing: 0
    visible: pairs.length > 0

    Repeater {
        model: root.pairs

        Item {
            id: line

            required property int index
            required property var modelData

            implicitHeight: Math.max(root.rowHeight, value.implicitHeight + 10)
            width: parent?.width ?? 0

            Label {
                id: key

                anchors.verticalCenter: parent.verticalCenter
                color: Theme.ink2
                text: line.modelData.key
            }

            Title {
                id: value

                anchors.left: key.right
                anchors.leftMargin: 32
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: Theme.note
                horizontalAlignment: Text.AlignRight
                maximumLineCount: 2
                text: line.modelData.value
                wrapMode: Text.Wrap
            }

            Rectangle {
                color: Theme.line
                height: 2
                visible: root.divided && line.index < root.pairs.length - 1
                width: parent.width
                y: parent.height - 1
            }
        }
    }
}
