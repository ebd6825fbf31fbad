pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"

/** What one can do, in groups under bar headings; in landscape the groups stand side by side. */
StepPage {
    id: root

    required property MenuViewModel step

    readonly property real column: landscape ? (contentWidth - 32) / 2 : contentWidth

    wide: true

    Grid {
        columnSpacing: 32
        columns: root.landscape ? 2 : 1
        rowSpacing: root.landscape ? 24 : 40

        Repeater {
            model: root.step.groups

            Column {
                id: group

                required property var modelData

                spacing: 14
                width: root.column

                BarHeading {
                    text: group.modelData.title
                }

                RowsCard {
                    role: "item"
                    rows: group.modelData.rows

                    onChosen: id => root.step.choose(id)
                }
            }
        }
    }
}
