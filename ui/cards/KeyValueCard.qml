pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** A summary: keys at the left, values bold at the right; more than five rows are divided by lines. */
Card {
    id: root

    /** `[{key, value, quiet}]` */
    required property var pairs
    property string heading: ""

    readonly property bool divided: pairs.length > 5
    property int rowHeight: Theme.px(pairs.length > 9 ? 72 : divided ? 76 : width < 700 ? 56 : 64)

    inset: divided ? 16 : 22
    spacing: 0
    visible: pairs.length > 0

    Title {
        bottomPadding: 4
        font.pixelSize: Theme.label
        text: root.heading
        visible: root.heading !== ""
    }

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

                readonly property real room: parent.width - key.width - 32

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                color: line.modelData.quiet ? Theme.ink2 : Theme.ink
                font.bold: !line.modelData.quiet
                font.pixelSize: Theme.note
                horizontalAlignment: Text.AlignRight
                maximumLineCount: 2
                text: line.modelData.value
                // What does not fit stands on two lines of about the same length.
                width: implicitWidth > room ? Math.min(room, Math.ceil(text.length / 2) * font.pixelSize + 2) : room
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
