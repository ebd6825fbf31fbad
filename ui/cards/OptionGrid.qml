pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../controls"

/** One of many. Rows are `{id, title, caption, chosen, enabled}`. */
FitGrid {
    id: root

    required property var options

    signal chosen(id: string)

    count: options.length

    Rows {
        id: list

        rows: root.options

        OptionBox {
            required property int index
            readonly property var modelData: list.held[index]

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.minimumHeight: root.cellHeight
            caption: modelData.caption
            chosen: modelData.chosen
            enabled: modelData.enabled
            narrow: root.cellWidth < Theme.px(560)
            objectName: "option." + modelData.id
            text: modelData.title

            onTapped: root.chosen(modelData.id)
        }
    }
}
