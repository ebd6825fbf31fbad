pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** Rows of what can be taken out of service, in one white box. */
Card {
    id: root

    required property var rows

    signal chosen(id: string)

    inset: Theme.edgeWidth
    pieces: column
    sideInset: Theme.edgeWidth
    spacing: 0

    Rows {
        id: list

        rows: root.rows

        StandingRow {
            required property int index

            last: index === root.rows.length - 1
            standing: list.held[index]

            onTapped: root.chosen(standing.id)
        }
    }
}
