pragma ComponentBehavior: Bound

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
    readonly property int size: caption ? Theme.frameHeading : single ? Theme.outcome : upright ? Theme.note : Theme.field
    /** What is written has no room on one line. */
    readonly property bool crowded: Math.max(metrics.advanceWidth(text) * size, metrics.advanceWidth(caption) * Theme.frameSmall) / metrics.font.pixelSize > width - Theme.hair - (icon && !upright ? sign.size + grid.columnSpacing : 0)
    readonly property color ink: !enabled ? Theme.disabledInk : lit ? Theme.accentInk : Theme.ink

    border.color: lit ? Theme.accent : Theme.control
    border.width: !enabled ? 0 : lit ? Theme.controlWidth : Theme.edgeWidth
    color: !enabled ? Theme.disabled : lit || pressed ? Theme.tint : Theme.surface
    name: caption || text
    radius: Theme.fieldRadius
    types: true

    FontMetrics {
        id: metrics

        font.bold: true
        font.family: Theme.family
        font.pixelSize: Theme.outcome
    }

    Grid {
        id: grid

        anchors.centerIn: parent
        columnSpacing: root.icon ? 14 : 0
        columns: root.upright ? 1 : 2
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter

        Icon {
            id: sign

            color: root.ink
            name: root.crowded ? "" : root.icon
            size: root.upright ? 40 : 48
            weight: 4.4
        }

        Written {
            id: word

            bottomPadding: root.caption ? -16 : 0
            font.pixelSize: root.caption && root.crowded ? Theme.least : root.size
            height: Math.min(implicitHeight, root.height - Theme.hair - (sign.visible && root.upright ? sign.size : 0))
            text: root.text
        }

        Written {
            id: said

            font.pixelSize: Theme.frameSmall
            height: Math.min(implicitHeight, root.height - word.height)
            text: root.caption
            visible: text !== ""
        }
    }

    component Written: Label {
        color: root.ink
        font.bold: true
        fontSizeMode: root.crowded || Theme.scale > 1 ? Text.Fit : Text.FixedSize
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.least
        verticalAlignment: Text.AlignVCenter
        width: Math.min(implicitWidth, root.width - Theme.hair)
        wrapMode: Text.WordWrap
    }
}
