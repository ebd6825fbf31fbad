pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "../controls"

/** What can be broken and mended: the networks, the tax system, the clock. */
Column {
    id: root

    required property DockViewModel step

    spacing: 20
    width: parent?.width ?? 0

    Repeater {
        model: root.step.levers

        Column {
            id: lever

            required property var modelData

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

                Repeater {
                    model: lever.modelData.rows

                    Chip {
                        required property var modelData

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
