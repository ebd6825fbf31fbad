pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

/** Two or three boxes side by side, one of them chosen; below each other where they are too long. */
GridLayout {
    id: root

    /** `{id, title, chosen}` each. */
    required property var options
    property bool wrong: false

    signal chosen(id: string)

    columnSpacing: Theme.space
    columns: columnSpacing * (boxes.count - 1) + boxes.count * boxes.widest > width ? 1 : boxes.count
    rowSpacing: Theme.space
    uniformCellWidths: true
    width: parent?.width ?? 0

    Rows {
        id: boxes

        readonly property real widest: {
            let widest = 0;
            for (let at = 0; at < count; ++at)
                widest = Math.max(widest, itemAt(at)?.implicitWidth ?? 0);
            return widest;
        }

        rows: root.options

        ChoiceBox {
            id: box

            required property int index
            readonly property var modelData: boxes.held[index]

            Layout.fillWidth: true
            chosen: modelData.chosen
            objectName: "option." + modelData.id
            text: modelData.title
            wrong: root.wrong

            onTapped: root.chosen(modelData.id)
        }
    }
}
