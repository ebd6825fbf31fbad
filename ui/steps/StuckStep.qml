pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** Where visitors have given up or gone wrong, screen by screen, each with how many of those who came there. */
StepPage {
    id: root

    required property StuckViewModel step

    wide: true
    words: step

    Heading {
        remark: root.step.remark
        size: Theme.label
        text: root.step.heading
    }

    EmptyCard {
        text: root.step.nothing
    }

    Card {
        id: told

        inset: Theme.space
        pieces: column
        spacing: Theme.gap
        visible: list.count > 0

        Rows {
            id: list

            rows: root.step.rows

            GridLayout {
                id: line

                required property int index
                readonly property var row: list.held[index]

                columnSpacing: Theme.space
                columns: Theme.labelsAbove ? 1 : 2
                rowSpacing: 0

                Title {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.note
                    text: line.row.title
                    wrapMode: Text.Wrap
                }

                Title {
                    Layout.alignment: line.columns > 1 ? Qt.AlignRight : Qt.AlignLeft
                    color: line.row.part > 0 ? Theme.warnInk : Theme.ink2
                    font.pixelSize: Theme.small
                    text: line.row.given_up
                }

                Label {
                    Layout.fillWidth: true
                    color: Theme.ink2
                    font.pixelSize: Theme.small
                    text: line.row.wrong
                    wrapMode: Text.Wrap
                }

                Label {
                    Layout.alignment: line.columns > 1 ? Qt.AlignRight : Qt.AlignLeft
                    color: Theme.ink2
                    font.pixelSize: Theme.small
                    text: line.row.came
                }

                Rectangle {
                    Layout.columnSpan: line.columns
                    Layout.fillWidth: true
                    color: Theme.sunken
                    implicitHeight: 12
                    radius: 6

                    Rectangle {
                        color: Theme.warnEdge
                        height: parent.height
                        radius: 6
                        width: parent.width * line.row.part
                    }
                }
            }
        }
    }
}
