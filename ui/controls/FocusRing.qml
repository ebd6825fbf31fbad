import QtQuick

/**
 * The ring around the control in focus, the same for all: a line between two of the other brightness, so that it can be
 * seen on any colour. It lies outside the control, but for where the screen ends there.
 */
Item {
    id: root

    /** Where the control is, and how round its corners are. */
    property rect box
    property real around: Theme.fieldRadius

    height: Math.min(parent?.height ?? 0, box.y + box.height + Theme.ringReach) - y
    width: Math.min(parent?.width ?? 0, box.x + box.width + Theme.ringReach) - x
    x: Math.max(0, box.x - Theme.ringReach)
    y: Math.max(0, box.y - Theme.ringReach)

    Rectangle {
        anchors.fill: parent
        antialiasing: true
        border.color: Theme.surface
        border.width: Theme.ringReach
        color: "transparent"
        radius: root.around + Theme.ringReach

        Rectangle {
            anchors.fill: parent
            anchors.margins: 3
            antialiasing: true
            border.color: Theme.ink
            border.width: 6
            color: "transparent"
            radius: parent.radius - 3
        }
    }
}
