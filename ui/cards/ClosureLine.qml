pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** The hours around a closure as a line: open, closed, open, and where on it the time now is. */
Item {
    id: root

    /** Open, closed, open; when it closes, when it opens, what time it is. */
    required property list<string> words
    /** How much of the closure has passed, 0 to 1. */
    required property real share

    readonly property real open: width * 0.277
    readonly property real shut: width - 2 * open
    readonly property real here: open + shut * Math.max(0, Math.min(1, share))

    implicitHeight: 190
    visible: words.length > 0
    width: parent?.width ?? 0

    Rectangle {
        antialiasing: true
        color: Theme.line
        height: 64
        radius: 14
        width: parent.width
        y: 70

        Rectangle {
            color: Theme.accent
            height: parent.height
            width: root.shut
            x: root.open
        }

        Repeater {
            model: root.words.slice(0, 3)

            Label {
                required property int index
                required property string modelData

                color: index === 1 ? "#FFFFFF" : Theme.ink2
                font.bold: index === 1
                font.pixelSize: index === 1 ? Theme.note : Theme.caption
                height: 64
                horizontalAlignment: Text.AlignHCenter
                text: modelData
                verticalAlignment: Text.AlignVCenter
                width: index === 1 ? root.shut : root.open
                x: index === 0 ? 0 : index === 1 ? root.open : root.open + root.shut
            }
        }
    }

    Rectangle {
        id: stem

        color: Theme.ink
        height: 92
        width: 8
        x: root.here - 4
        y: 52
    }

    Rectangle {
        antialiasing: true
        color: Theme.ink
        height: 58
        radius: 12
        width: now.implicitWidth + 56
        x: Math.max(0, Math.min(root.width - width, root.here - width / 2))

        Title {
            id: now

            anchors.centerIn: parent
            color: "#FFFFFF"
            font.pixelSize: Theme.note
            text: root.words[5] ?? ""
        }
    }

    Title {
        color: Theme.accentInk
        font.pixelSize: Theme.label
        text: root.words[3] ?? ""
        x: root.open - width / 2
        y: 144
    }

    Title {
        color: Theme.accentInk
        font.pixelSize: Theme.label
        text: root.words[4] ?? ""
        x: root.open + root.shut - width / 2
        y: 144
    }
}
