import QtQuick
import "../controls"

/** Boxes in as many columns as they need to stand on one screen without scrolling. */
Grid {
    id: root

    required property int count
    /** The height there is. */
    required property real room
    property int least: Theme.fieldHeight
    property int most: Theme.px(140)
    property int leastColumns: 1

    readonly property int fitting: Math.max(1, Math.floor((room + spacing) / (least + spacing)))
    readonly property int lines: Math.max(1, Math.ceil(count / columns))
    readonly property real cellWidth: (width - (columns - 1) * spacing) / columns
    readonly property int cellHeight: Math.min(most, (room + spacing) / lines - spacing)

    columns: Math.max(leastColumns, Math.ceil(count / fitting))
    spacing: 16
    width: parent?.width ?? 0
}
