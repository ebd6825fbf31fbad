pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

/** How far one has come: as many segments as steps. */
RowLayout {
    id: root

    property int done: 0
    property int total: 0
    /** As long as each may be. */
    property real segment: 104
    property color filled: Theme.accent
    property color unfilled: Theme.unfilled

    spacing: 10

    Repeater {
        model: root.total

        Rectangle {
            required property int index

            Layout.fillWidth: true
            Layout.maximumWidth: root.segment
            Layout.preferredWidth: root.segment
            antialiasing: true
            color: index < root.done ? root.filled : root.unfilled
            implicitHeight: 14
            radius: 7
        }
    }
}
