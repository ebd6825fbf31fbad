pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "../../ui/controls"

/** What can be broken and mended: the networks, the printer, the tax system, the banks, the clock. */
Column {
    id: root

    required property LeversViewModel step
    required property var levers

    spacing: 20
    width: parent?.width ?? 0

    Rows {
        id: list

        rows: root.levers

        Column {
            id: lever

            required property int index
            readonly property var modelData: list.held[index]

            spacing: 8
            width: root.width

            Label {
                color: Theme.ink2
                font.pixelSize: 28
                text: lever.modelData.title
            }

            Flow {
                spacing: 10
                width: parent.width

                Rows {
                    id: positions

                    rows: lever.modelData.rows

                    Chip {
                        required property int index
                        readonly property var modelData: positions.held[index]

                        chosen: modelData.chosen
                        objectName: "dock.lever." + lever.modelData.id + "." + modelData.id
                        text: modelData.title

                        onTapped: root.step.pull(lever.modelData.id, modelData.id)
                    }
                }
            }
        }
    }
}
