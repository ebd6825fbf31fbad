pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** Keys in columns, line by line, as the view model lays them. */
Flow {
    id: root

    /** `{name, text, types, columns, icon, caption, enabled, lit}` each. */
    required property var keys
    required property int columns
    required property int keyHeight

    readonly property real unit: (width - (columns - 1) * spacing) / columns

    signal tapped(name: string, types: string)

    Rows {
        id: list

        rows: root.keys

        BoardKey {
            required property int index
            readonly property var key: list.held[index]

            caption: key.caption
            enabled: key.enabled
            height: root.keyHeight
            icon: key.icon
            lit: key.lit
            objectName: (key.types ? "letter." : "board.") + key.name
            text: key.text
            // A hair less, so that a full line is never broken by what is lost in rounding.
            width: key.columns * (root.unit + root.spacing) - root.spacing - 0.01

            onTapped: root.tapped(key.name, key.types)
        }
    }
}
