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
    property int rowHeight: Theme.px(roomy ? 100 : pairs.length > 9 ? 70 : divided ? 76 : close ? 50 : width < 700 ? 56 : 64)
    /** Between the words of two rows. */
    readonly property int least: close ? 2 : 10
    readonly property int size: roomy ? Theme.field : Theme.note

    /** How long the longest number of a text is: it is not to be broken. */
    function unbroken(text: string): real {
        // It is the height that tells of another font.
        return metrics.height <= 0 ? 0 : Math.max(0, ...(text.match(/[!-~…]+/g) ?? []).map(number => metrics.advanceWidth(number)));
    }

    inset: divided ? Theme.space : 22
    pieces: column
    spacing: 0
    visible: pairs.length > 0

    FontMetrics {
        id: metrics

        font.bold: true
        font.family: Theme.family
        font.pixelSize: root.size
    }

    Title {
        Accessible.role: Accessible.Heading
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

            readonly property real beside: width - Math.min(key.implicitWidth, 0.45 * width) - Theme.inset
            /** A number has no room beside its key: it stands below. */
            readonly property bool stacked: root.unbroken(modelData.value) > beside
            /** There it fits, if it is written as small as can be. */
            readonly property bool whole: stacked && root.unbroken(modelData.value) * Theme.least / root.size <= width

            Layout.fillWidth: true
            implicitHeight: Math.max(root.rowHeight, root.least + (stacked ? key.implicitHeight + value.implicitHeight : Math.max(key.implicitHeight, value.implicitHeight)))

            Label {
                id: key

                anchors.verticalCenter: parent.verticalCenter
                anchors.verticalCenterOffset: line.stacked ? -value.height / 2 : 0
                color: Theme.ink2
                font.pixelSize: root.size
                text: line.modelData.key
                width: line.stacked ? parent.width : Math.min(implicitWidth, 0.45 * parent.width)
                wrapMode: Text.Wrap
            }

            Even {
                id: value

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.verticalCenterOffset: line.stacked ? key.height / 2 : 0
                color: line.modelData.quiet ? Theme.ink2 : Theme.ink
                font.bold: !line.modelData.quiet
                font.pixelSize: root.size
                horizontalAlignment: Text.AlignRight
                room: line.stacked ? parent.width : line.beside
                text: line.modelData.value
                whole: line.whole
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
