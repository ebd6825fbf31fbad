pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** One of many: boxes in as many columns as they need to stand on one screen. Rows are `{id, title, caption, chosen, enabled}`. */
Grid {
    id: root

    required property var options
    /** The height there is. */
    required property real room

    readonly property int fitting: Math.max(1, Math.floor((room + spacing) / (Theme.fieldHeight + spacing)))
    readonly property int lines: Math.ceil(options.length / columns)

    signal chosen(id: string)

    columns: Math.max(Theme.landscape ? 2 : 1, Math.ceil(options.length / fitting))
    spacing: 16
    width: parent?.width ?? 0

    Repeater {
        model: root.options

        OptionBox {
            required property var modelData

            caption: modelData.caption
            chosen: modelData.chosen
            enabled: modelData.enabled
            height: Math.min(Theme.px(140), (root.room + root.spacing) / root.lines - root.spacing)
            narrow: root.columns > (Theme.landscape ? 3 : 1)
            objectName: "option." + modelData.id
            text: modelData.title
            width: (root.width - (root.columns - 1) * root.spacing) / root.columns

            onTapped: root.chosen(modelData.id)
        }
    }
}
