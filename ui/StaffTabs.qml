pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "controls"

/** Under the header of the staff's desk: its tabs, and below them the pages of the chosen one; in landscape one line, where it is wide enough. */
Rectangle {
    id: root

    required property StaffDeskViewModel desk
    required property bool landscape

    color: Theme.surface
    implicitHeight: lines.implicitHeight

    GridLayout {
        id: lines

        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        columnSpacing: Theme.margin
        columns: root.landscape && root.width >= 1500 ? 2 : 1
        rowSpacing: 0

        Line {
            kind: "tab."
            rows: root.desk.tabs
            size: Theme.frameNote
            tall: root.landscape ? Theme.touch : 116
        }

        Line {
            kind: "list."
            rows: root.desk.pages
            size: Theme.frameSmall
            tall: Theme.touch
            visible: root.desk.pages.length > 0
        }
    }

    Rectangle {
        color: Theme.line
        height: Theme.edgeWidth
        width: parent.width
        y: parent.height - height
    }

    component Line: RowLayout {
        id: line

        /** What their names begin with. */
        required property string kind
        required property var rows
        required property int size
        required property int tall

        /** How wide all their words are, and what is beside these. */
        readonly property real wanted: rows.reduce((sum, row) => sum + wide(row.title), 0)
        readonly property real beside: rows.reduce((sum, row) => sum + 2 * Theme.hair + tagged(row.count), 0) + (rows.length - 1) * spacing
        /** All are written in one size, in which they stand beside each other. */
        readonly property int even: Math.max(Theme.least, Math.min(size, Math.floor(size * (width - beside) / wanted)))

        function wide(word: string): real {
            return metrics.height > 0 ? Math.ceil(metrics.advanceWidth(word)) : 0;
        }

        function tagged(count: string): real {
            return count ? wide(count) + Theme.inset + 12 : 0;
        }

        Layout.fillWidth: true
        spacing: Theme.closest

        FontMetrics {
            id: metrics

            font.bold: true
            font.family: Theme.family
            font.pixelSize: line.size
        }

        Rows {
            id: entries

            rows: line.rows

            Touchable {
                id: tab

                required property int index
                readonly property var modelData: entries.held[index]
                readonly property bool chosen: modelData.chosen

                Accessible.checkable: true
                Accessible.checked: chosen
                Accessible.role: Accessible.RadioButton
                Layout.fillWidth: true
                Layout.minimumWidth: Theme.touch
                Layout.preferredWidth: line.wide(modelData.title) * line.even / line.size + 2 * Theme.hair + line.tagged(modelData.count)
                color: pressed ? Theme.tint : "transparent"
                implicitHeight: line.tall * Theme.titleScale
                implicitWidth: Theme.touch
                name: modelData.count ? modelData.title + " " + modelData.count : modelData.title
                objectName: line.kind + modelData.id

                onTapped: root.desk.open(modelData.id)

                RowLayout {
                    anchors.fill: parent
                    spacing: Theme.labelsAbove ? Theme.closest : 12

                    Item {
                        Layout.fillWidth: true
                    }

                    Fitted {
                        Layout.maximumHeight: tab.height - 2 * Theme.hair
                        color: tab.chosen ? Theme.accentInk : Theme.ink2
                        font.bold: tab.chosen
                        font.pixelSize: line.even
                        horizontalAlignment: Text.AlignHCenter
                        text: tab.modelData.title
                    }

                    Tag {
                        color: Theme.error
                        implicitHeight: 44 * Math.min(Theme.titleScale, 1.2)
                        ink: Theme.surface
                        radius: height / 2
                        text: tab.modelData.count
                        visible: text !== ""
                    }

                    Item {
                        Layout.fillWidth: true
                    }
                }

                Rectangle {
                    anchors.bottom: parent.bottom
                    color: Theme.accent
                    height: 8
                    visible: tab.chosen
                    width: parent.width
                }
            }
        }
    }
}
