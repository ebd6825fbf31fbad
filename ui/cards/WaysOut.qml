pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../controls"

/** The ways out of a case as boxes, and what has to be read before the chosen one is taken. */
ColumnLayout {
    id: root

    /** `viewmodels.words.case_rows.Opened` */
    required property var told
    property bool usable: true
    readonly property Item torn: root

    signal chosen(way: string)

    spacing: 12
    visible: told.ways.length > 0

    Reveal {
        id: read

        item: panel
    }

    GridLayout {
        id: ways

        readonly property Item torn: ways
        /** They stand beside each other, each as wide as it needs to be. */
        readonly property bool beside: boxes.natural + (boxes.count - 1) * columnSpacing <= width

        Layout.fillHeight: false
        columnSpacing: 12
        columns: beside ? Math.max(1, boxes.count) : Math.max(1, Math.min(2, Math.floor((width + columnSpacing) / (boxes.widest + columnSpacing))))
        rowSpacing: 12
        uniformCellWidths: !beside

        Rows {
            id: boxes

            readonly property real natural: {
                let sum = 0;
                for (let at = 0; at < count; ++at)
                    sum += (itemAt(at) as WayBox)?.natural ?? 0;
                return sum;
            }
            readonly property real widest: {
                let widest = 0;
                for (let at = 0; at < count; ++at)
                    widest = Math.max(widest, (itemAt(at) as WayBox)?.natural ?? 0);
                return widest;
            }

            rows: root.told.ways

            WayBox {
                required property int index
                readonly property var modelData: boxes.held[index]

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: natural
                caption: modelData.caption
                chosen: modelData.chosen
                enabled: root.usable
                objectName: modelData.id + ".row." + root.told.id
                title: modelData.title

                onTapped: {
                    root.chosen(modelData.id);
                    read.show();
                }
            }
        }
    }

    Rectangle {
        id: panel

        Layout.fillWidth: true
        antialiasing: true
        color: Theme.bg
        implicitHeight: deed.implicitHeight + Theme.gap
        radius: Theme.fieldRadius
        visible: root.told.persons !== ""

        GridLayout {
            id: deed

            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            columnSpacing: Theme.space
            columns: 2
            rowSpacing: 4

            Icon {
                Layout.alignment: Qt.AlignTop
                Layout.preferredHeight: size
                Layout.preferredWidth: size
                color: Theme.accentInk
                name: root.told.two ? "people" : "person"
                size: Theme.px(44)
            }

            Flow {
                Layout.fillWidth: true
                spacing: Theme.space

                Title {
                    font.pixelSize: Theme.note
                    text: root.told.persons
                    width: Math.min(implicitWidth, parent.width)
                    wrapMode: Text.Wrap
                }

                Label {
                    color: Theme.ink2
                    font.pixelSize: Theme.caption
                    text: root.told.remark
                    visible: text !== ""
                    width: Math.min(implicitWidth, parent.width)
                    wrapMode: Text.Wrap
                }
            }

            Label {
                Layout.columnSpan: 2
                Layout.fillWidth: true
                objectName: "text.deed"
                text: root.told.deed
                visible: text !== ""
                wrapMode: Text.Wrap
            }
        }
    }
}
