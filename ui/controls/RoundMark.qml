import QtQuick

/** The mark of a card that can be chosen: an empty ring, or a filled disc with a tick. */
Rectangle {
    id: root

    property bool chosen: false

    antialiasing: true
    border.color: Theme.control
    border.width: chosen ? 0 : 4
    color: chosen ? Theme.accent : Theme.surface
    height: 54
    radius: height / 2
    width: height

    Icon {
        anchors.centerIn: parent
        color: Theme.inkOnAccent
        name: root.chosen ? "tick" : ""
        size: Math.round(root.height * 0.62)
        weight: 6
    }
}
