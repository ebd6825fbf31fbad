import QtQuick
import QtQuick.Layouts
import "../controls"

/** Boxes of one width in as many columns as they need to stand on one screen, as far as they are not too narrow then. */
GridLayout {
    id: root

    required property int count
    /** The height there is. */
    required property real room
    property int least: Theme.fieldHeight
    property int most: Theme.px(140)
    property int leastColumns: 1
    property int leastWidth: Theme.px(264)

    /** Its lines may come to stand on two pages. */
    readonly property Item pieces: root
    readonly property int fitting: Math.max(1, Math.floor((room + rowSpacing) / (least + rowSpacing)))
    readonly property int possible: Math.max(1, Math.floor((width + columnSpacing) / (leastWidth + columnSpacing)))
    readonly property int lines: Math.max(1, Math.ceil(count / columns))
    readonly property real cellWidth: (width - (columns - 1) * columnSpacing) / columns
    readonly property int cellHeight: Math.max(least, Math.min(most, (room + rowSpacing) / lines - rowSpacing))

    Layout.fillWidth: true
    columnSpacing: Theme.space
    columns: Math.min(possible, Math.max(leastColumns, Math.ceil(count / fitting)))
    rowSpacing: Theme.space
    uniformCellWidths: true
    visible: count > 0
}
