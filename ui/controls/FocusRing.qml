import QtQuick

/** The ring around what the arrow keys have reached; lies outside its parent, so that any colour may be below. */
Rectangle {
    property int around: Theme.fieldRadius

    anchors.fill: parent
    anchors.margins: -10
    border.color: Theme.ink
    border.width: 6
    color: "transparent"
    radius: around + 10
    visible: parent?.activeFocus ?? false
}
