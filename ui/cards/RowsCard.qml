pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** Rows that touch each other, in one white box. Rows are `{id, title, caption, icon}`. */
Card {
    id: root

    required property var rows
    property string role: "row"
    /** For rows that bring none. */
    property string icon: ""
    /** A row is chosen, not gone into: rings instead of chevrons. */
    property bool choosing: false
    /** The rows to be taken first: an accent border and a tint. */
    property bool strong: false
    property real rowHeight: Theme.rowHeight

    signal chosen(id: string)

    border.color: strong ? Theme.accent : Theme.line
    border.width: strong ? Theme.chosenWidth : Theme.edgeWidth
    color: strong ? Theme.tint : Theme.surface
    inset: 0
    pieces: column
    sideInset: 0
    spacing: 0

    Rows {
        id: list

        rows: root.rows

        ListRow {
            required property int index
            readonly property var modelData: list.held[index]

            caption: modelData.caption
            choosing: root.choosing
            chosen: modelData.chosen
            enabled: modelData.enabled
            icon: modelData.icon || root.icon
            last: index === root.rows.length - 1
            least: root.rowHeight
            objectName: root.role + "." + modelData.id
            title: modelData.title

            onTapped: root.chosen(modelData.id)
        }
    }
}
