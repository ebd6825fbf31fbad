pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../controls"

/** The way of what takes days, below one another: what is done has a tick, what is now a clock, what comes a number. */
Card {
    id: root

    required property string heading
    /** `[{title, caption, done, now}]` */
    required property var stations

    pieces: column
    spacing: 0

    BarHeading {
        text: root.heading
    }

    Repeater {
        model: root.stations

        RowLayout {
            id: station

            required property int index
            required property var modelData

            readonly property bool last: index === root.stations.length - 1

            spacing: Theme.gap

            Item {
                Layout.alignment: Qt.AlignTop
                Layout.fillHeight: true
                implicitHeight: disc.height + 8
                implicitWidth: disc.width

                Rectangle {
                    color: Theme.control
                    height: parent.height - y
                    visible: !station.last
                    width: 6
                    x: (parent.width - width) / 2
                    y: disc.y + disc.height
                }

                Rectangle {
                    color: Theme.control
                    height: disc.y
                    visible: station.index > 0
                    width: 6
                    x: (parent.width - width) / 2
                }

                Disc {
                    id: disc

                    border.color: station.modelData.now ? Theme.accent : Theme.control
                    border.width: station.modelData.done ? 0 : station.modelData.now ? Theme.chosenWidth : Theme.controlWidth
                    color: station.modelData.done ? Theme.ok : Theme.surface
                    icon: station.modelData.done ? "tick" : station.modelData.now ? "clock" : ""
                    implicitHeight: 72
                    ink: station.modelData.done ? Theme.inkOnAccent : station.modelData.now ? Theme.accent : Theme.ink2
                    part: station.modelData.done ? 0.56 : 0.6
                    text: station.modelData.done || station.modelData.now ? "" : station.index + 1
                    y: 4
                }
            }

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.bottomMargin: station.last ? 0 : 4
                Layout.topMargin: 4
                spacing: 0

                Title {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.field
                    text: station.modelData.title
                    wrapMode: Text.Wrap
                }

                Label {
                    Layout.fillWidth: true
                    color: Theme.ink2
                    font.pixelSize: Theme.note
                    text: station.modelData.caption
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
