import QtQuick
import "../controls"

/** A key of the keyboard: a large character with a word under it, a word, or an icon with its word. */
Touchable {
    id: root

    required property string text
    property string caption: ""
    property string icon: ""
    /** Switched on, or the key that ends the typing. */
    property bool lit: false

    readonly property bool single: text.length === 1
    readonly property bool upright: caption !== "" || icon !== "" && width < 180
    readonly property color ink: !enabled ? Theme.disabledInk : lit ? Theme.accentInk : Theme.ink

    activeFocusOnTab: false
    border.color: lit ? Theme.accent : Theme.control
    border.width: !enabled ? 0 : lit ? Theme.controlWidth : Theme.edgeWidth
    color: !enabled ? Theme.disabled : lit || pressed ? Theme.tint : Theme.surface
    name: caption || text
    radius: Theme.fieldRadius

    Grid {
        anchors.centerIn: parent
        columnSpacing: root.icon ? 14 : 0
        columns: root.upright ? 1 : 2
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter

        Icon {
            color: root.ink
            name: root.icon
            size: root.upright ? 40 : 48
            weight: 4.4
        }

        Label {
            bottomPadding: root.caption ? -16 : 0
            color: root.ink
            font.bold: true
            font.pixelSize: root.caption ? Theme.heading : root.single ? Theme.outcome : root.upright ? Theme.note : Theme.field
            text: root.text
        }

        Label {
            color: root.ink
            font.bold: true
            font.pixelSize: Theme.small
            text: root.caption
            visible: text !== ""
        }
    }
}
