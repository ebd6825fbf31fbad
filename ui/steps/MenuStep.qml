pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** What one can do, in groups under bar headings; in landscape in two columns that are about as long, or in three where there is width. */
StepPage {
    id: root

    required property MenuViewModel step

    readonly property var groups: step.groups
    readonly property int headingHeight: Theme.px(60)
    readonly property int space: landscape ? 16 : groups.length > 3 ? 18 : 40
    /** The groups of each column. */
    readonly property var parts: !landscape || crowding > 0 ? [groups] : best(groups, groups.length > 3 && !(squat && Theme.labelsAbove) ? 3 : 2)
    /** As high as a row may be for all of them to fit. */
    readonly property real rowHeight: Math.max(Theme.touch, Math.min(Theme.rowHeight, ...parts.map(groups => (room - groups.length * (headingHeight + 22) - (groups.length - 1) * space) / rowsOf(groups))))

    function rowsOf(groups: var): int {
        return groups.reduce((sum, group) => sum + group.rows.length, 0);
    }

    /** In so many columns, cut where the longest is shortest; a heading counts for half a row. */
    function best(groups: var, count: int): var {
        if (count === 1 || groups.length < 2)
            return [groups];
        const size = part => rowsOf(part) + part.length / 2;
        const longest = parts => Math.max(...parts.map(size));
        const cuts = groups.map((_, at) => [groups.slice(0, at + 1), ...best(groups.slice(at + 1), count - 1)]);
        return cuts.reduce((one, other) => longest(other) < longest(one) ? other : one);
    }

    columns: parts.length
    gap: Theme.gap
    wide: true
    words: step

    RowLayout {
        id: line

        readonly property Item pieces: line

        spacing: Theme.inset
        uniformCellSizes: true

        Rows {
            id: list

            rows: root.parts

            ColumnLayout {
                id: column

                required property int index
                readonly property var modelData: list.held[index]
                readonly property Item pieces: column

                Layout.alignment: Qt.AlignTop
                spacing: root.space

                Rows {
                    id: part

                    rows: column.modelData

                    ColumnLayout {
                        id: group

                        required property int index
                        readonly property var modelData: part.held[index]
                        readonly property Item pieces: group

                        spacing: 14

                        BarHeading {
                            text: group.modelData.title
                        }

                        RowsCard {
                            role: "item"
                            rowHeight: root.rowHeight
                            rows: group.modelData.rows

                            onChosen: id => root.step.choose(id)
                        }
                    }
                }
            }
        }
    }
}
