pragma ComponentBehavior: Bound

import QtQuick

/** How far one has come: as many segments as steps. */
Row {
    id: root

    property int done: 0
    property int total: 0
    property int segment: 104
    property color filled: Theme.accent
    property color unfilled: Theme.unfilled

    spacing: 10

    Repeater {
        model: root.total

        Rectangle {
            required property int index

            antialiasing: true
            color: index < root.done ? root.filled : root.unfilled
            height: 14
            radius: 7
            width: root.segment
        }
    }
}
