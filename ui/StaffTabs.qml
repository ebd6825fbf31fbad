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

        Layout.fillWidth: true
        spacing: Theme.closest
        uniformCellSizes: true

        Rows {
            id: entries

            rows: line.rows

            Touchable {
                id: tab

                required property int index
                readonly property var modelData: entries.held[index]

                Accessible.checkable: true
                Accessible.checked: modelData.chosen
                Accessible.role: Accessible.RadioButton
                Layout.fillWidth: true
                color: pressed ? Theme.tint : "transparent"
                implicitHeight: line.tall * Theme.titleScale
                implicitWidth: 96
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
                        color: tab.modelData.chosen ? Theme.accentInk : Theme.ink2
                        font.bold: tab.modelData.chosen
                        font.pixelSize: line.size
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
                    visible: tab.modelData.chosen
                    width: parent.width
                }
            }
        }
    }
}
