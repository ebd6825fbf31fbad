pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../controls"

/** A summary: keys at the left, values bold at the right; more than five rows are divided by lines. */
Card {
    id: root

    /** `[{key, value, quiet}]` */
    required property var pairs
    property string heading: ""
    /** Alone on a page: larger, with more room. */
    property bool roomy: false
    /** Where height is short: its rows stand closer. */
    property bool close: false

    readonly property bool divided: roomy || pairs.length > 5
    property int rowHeight: Theme.px(roomy ? 100 : pairs.length > 9 ? 72 : divided ? 76 : close ? 50 : width < 700 ? 56 : 64)
    /** Between the words of two rows. */
    readonly property int least: close ? 2 : 10
    readonly property int size: roomy ? Theme.field : Theme.note

    inset: divided ? Theme.space : 22
    pieces: column
    spacing: 0
    visible: pairs.length > 0

    Title {
        Layout.fillWidth: true
        bottomPadding: 4
        font.pixelSize: Theme.label
        text: root.heading
        visible: root.heading !== ""
        wrapMode: Text.Wrap
    }

    Repeater {
        model: root.pairs

        Item {
            id: line

            required property int index
            required property var modelData

            Layout.fillWidth: true
            implicitHeight: Math.max(root.rowHeight, key.implicitHeight + root.least, value.implicitHeight + root.least)

            Label {
                id: key

                anchors.verticalCenter: parent.verticalCenter
                color: Theme.ink2
                font.pixelSize: root.size
                text: line.modelData.key
                width: Math.min(implicitWidth, 0.45 * parent.width)
                wrapMode: Text.Wrap
            }

            Even {
                id: value

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                color: line.modelData.quiet ? Theme.ink2 : Theme.ink
                font.bold: !line.modelData.quiet
                font.pixelSize: root.size
                horizontalAlignment: Text.AlignRight
                room: parent.width - key.width - Theme.inset
                text: line.modelData.value
            }

            Rectangle {
                color: Theme.line
                height: Theme.edgeWidth
                visible: root.divided && line.index < root.pairs.length - 1
                width: parent.width
                y: parent.height - 1
            }
        }
    }
}
