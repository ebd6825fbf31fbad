import QtQuick
import "../../ui/controls"

/** A part of the dock under its heading. */
Column {
    id: root

    required property string heading

    Accessible.name: heading
    Accessible.role: Accessible.Grouping
    spacing: 12

    Title {
        color: Theme.demoInk
        font.pixelSize: Theme.caption
        text: root.heading
        width: parent.width
    }
}
