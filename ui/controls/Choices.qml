pragma ComponentBehavior: Bound

import QtQuick

/** Two or three boxes side by side, one of them chosen. Rows are `{id, title, chosen}`. */
Row {
    id: root

    required property var options
    property bool wrong: false

    signal chosen(id: string)

    spacing: 16
    width: parent?.width ?? 0

    Rows {
        id: boxes

        rows: root.options

        ChoiceBox {
            id: box

            required property int index
            readonly property var modelData: boxes.held[index]

            chosen: modelData.chosen
            objectName: "option." + modelData.id
            text: modelData.title
            wrong: root.wrong
            width: (root.width - root.spacing * (root.options.length - 1)) / root.options.length

            onTapped: root.chosen(modelData.id)
        }
    }
}
