pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "../../ui/controls"

/** What can be broken and mended: the networks, the printer, the tax system, the banks. */
Part {
    id: root

    required property LeversViewModel step
    /** The levers' names stand beside their positions. */
    required property bool beside
    readonly property int titles: 200
    /** How much smaller it is where other languages need more words than there is room for. */
    readonly property real shrunk: Math.min(1, (height - below - 12) / all.height)

    heading: step.heading
    implicitHeight: below + all.height + 16
    note: step.note

    Column {
        id: all

        scale: root.shrunk
        spacing: root.beside ? 10 : 8
        transformOrigin: Item.TopLeft
        width: root.width - 32
        x: 20
        y: root.below

        Rows {
            id: list

            rows: root.step.rows

            Item {
                id: lever

                required property int index
                readonly property var modelData: list.held[index]

                implicitHeight: positions.y + positions.height
                width: all.width

                Label {
                    id: title

                    color: lever.modelData.moved ? Theme.demoInk : Theme.ink2
                    font.bold: lever.modelData.moved
                    font.pixelSize: 28
                    fontSizeMode: Text.HorizontalFit
                    height: root.beside ? 64 : implicitHeight
                    minimumPixelSize: 22
                    text: lever.modelData.title
                    verticalAlignment: Text.AlignVCenter
                    width: root.beside ? root.titles - 12 : parent.width
                }

                Flow {
                    id: positions

                    spacing: 8
                    width: parent.width - x
                    x: root.beside ? root.titles : 0
                    y: root.beside ? 0 : title.height + 2

                    Rows {
                        id: chips

                        rows: lever.modelData.rows

                        Chip {
                            required property int index
                            readonly property var modelData: chips.held[index]

                            chosen: modelData.chosen
                            filled: chosen && lever.modelData.moved
                            objectName: "dock.lever." + lever.modelData.id + "." + modelData.id
                            text: modelData.title

                            onTapped: root.step.pull(lever.modelData.id, modelData.id)
                        }
                    }
                }
            }
        }
    }
}
