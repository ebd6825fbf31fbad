pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** One of many. Rows are `{id, title, caption, chosen, enabled}`. */
FitGrid {
    id: root

    required property var options

    signal chosen(id: string)

    count: options.length
    leastColumns: Theme.landscape ? 2 : 1

    Rows {
        id: list

        rows: root.options

        OptionBox {
            required property int index
            readonly property var modelData: list.held[index]

            caption: modelData.caption
            chosen: modelData.chosen
            enabled: modelData.enabled
            height: root.cellHeight
            narrow: root.columns > (Theme.landscape ? 3 : 1)
            objectName: "option." + modelData.id
            text: modelData.title
            width: root.cellWidth

            onTapped: root.chosen(modelData.id)
        }
    }
}
