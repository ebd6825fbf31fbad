pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../controls"

/** The hours around a closure as a line: open, closed, open, and where on it the time now is. */
Item {
    id: root

    /** Before the closure and after it. */
    required property string openText
    required property string closedText
    required property string closesAt
    required property string opensAt
    required property string nowText
    /** How much of the closure has passed, 0 to 1. */
    required property real share

    readonly property real open: width * 0.277
    readonly property real shut: width - 2 * open
    readonly property real here: open + shut * Math.max(0, Math.min(1, share))

    Layout.fillWidth: true
    implicitHeight: ends.y + Math.max(closes.height, opens.height)

    Rectangle {
        id: bar

        antialiasing: true
        color: Theme.disabled
        height: Theme.px(64)
        radius: 14
        width: parent.width
        y: tag.height + 12

        Rectangle {
            color: Theme.accent
            height: parent.height
            width: root.shut
            x: root.open
        }

        Part {
            text: root.openText
            width: root.open
        }

        Part {
            color: Theme.inkOnAccent
            font.bold: true
            font.pixelSize: Theme.note
            objectName: "text.closed"
            text: root.closedText
            width: root.shut
            x: root.open
        }

        Part {
            text: root.openText
            width: root.open
            x: root.open + root.shut
        }
    }

    Rectangle {
        color: Theme.ink
        height: bar.height + 28
        width: 8
        x: root.here - 4
        y: bar.y - 18
    }

    Rectangle {
        id: tag

        antialiasing: true
        color: Theme.ink
        height: Theme.px(58)
        radius: 12
        width: now.implicitWidth + 56
        x: Math.max(0, Math.min(root.width - width, root.here - width / 2))

        Title {
            id: now

            anchors.centerIn: parent
            color: Theme.bg
            font.pixelSize: Theme.note
            objectName: "text.now"
            text: root.nowText
        }
    }

    Item {
        id: ends

        y: bar.y + bar.height + 10

        End {
            id: closes

            objectName: "text.closes"
            text: root.closesAt
            x: Math.max(0, root.open - width / 2)
        }

        End {
            id: opens

            objectName: "text.opens"
            text: root.opensAt
            x: Math.min(root.width - width, root.open + root.shut - width / 2)
        }
    }

    component Part: Fitted {
        color: Theme.ink2
        font.pixelSize: Theme.caption
        height: parent.height
        horizontalAlignment: Text.AlignHCenter
    }

    component End: Title {
        color: Theme.accentInk
        font.pixelSize: Theme.label
        horizontalAlignment: Text.AlignHCenter
        width: Math.min(implicitWidth, root.shut - Theme.gap)
        wrapMode: Text.Wrap
    }
}
