import QtQuick
import "../../ui/controls"

/** A part of the dock in a card: its heading, and a note at the right of it, or what is wrong in the place of both. */
Rectangle {
    id: root

    required property string heading
    property string note: ""
    property bool wrong: false
    /** Where what is in it begins. */
    readonly property int below: 64

    Accessible.name: heading
    Accessible.role: Accessible.Grouping
    antialiasing: true
    border.color: Theme.demoEdge
    border.width: 2
    color: Theme.surface
    radius: 20

    Title {
        id: title

        color: Theme.demoInk
        font.pixelSize: 32
        text: root.heading
        visible: !root.wrong
        x: 20
        y: 14
    }

    Label {
        anchors.baseline: title.baseline
        anchors.left: root.wrong ? parent.left : title.right
        anchors.leftMargin: 20
        anchors.right: parent.right
        anchors.rightMargin: 20
        color: root.wrong ? Theme.error : Theme.demoInk
        font.bold: root.wrong
        font.pixelSize: 28
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignRight
        minimumPixelSize: root.wrong ? 24 : 28
        text: root.note
    }
}
