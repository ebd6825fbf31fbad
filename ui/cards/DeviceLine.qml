import QtQuick
import QtQuick.Layouts
import "../controls"

/** A device that passes, as a row of a table that can be touched: name and figure, and when it passed. */
Touchable {
    id: root

    required property string title
    required property string caption
    required property string verdict
    required property string when
    required property string icon
    required property bool opened
    /** At the ends of its column. */
    property bool first: false
    property bool last: false

    readonly property bool low: width < Theme.px(400)

    Accessible.checkable: true
    Accessible.checked: opened
    Layout.fillHeight: true
    Layout.fillWidth: true
    color: "transparent"
    implicitHeight: Math.max(Theme.touch, lines.implicitHeight + 12)
    name: title + " " + verdict

    // Its edge lies on that of the one above.
    Rectangle {
        antialiasing: true
        border.color: root.opened ? Theme.accent : Theme.line
        border.width: root.opened ? Theme.controlWidth : Theme.edgeWidth
        bottomLeftRadius: root.last ? Theme.buttonRadius : 0
        bottomRightRadius: root.last ? Theme.buttonRadius : 0
        color: root.pressed || root.opened ? Theme.tint : Theme.surface
        height: parent.height - y
        topLeftRadius: root.first ? Theme.buttonRadius : 0
        topRightRadius: root.first ? Theme.buttonRadius : 0
        width: parent.width
        y: root.first ? 0 : -Theme.edgeWidth
    }

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.accentInk
        name: root.icon
        size: 40 * Theme.titleScale
    }

    GridLayout {
        id: lines

        anchors.left: sign.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        columnSpacing: Theme.space
        columns: root.low ? 1 : 2
        rowSpacing: 0

        ColumnLayout {
            spacing: -4

            Title {
                Layout.fillWidth: true
                font.pixelSize: Theme.note
                text: root.title
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                color: Theme.ink2
                font.pixelSize: Theme.small
                text: root.caption
                wrapMode: Text.Wrap
            }
        }

        ColumnLayout {
            Layout.fillWidth: root.low
            spacing: -4

            RowLayout {
                Layout.alignment: root.low ? Qt.AlignLeft : Qt.AlignRight
                spacing: Theme.hair

                Icon {
                    color: Theme.ok
                    name: "tick"
                    size: 28 * Theme.titleScale
                    weight: 5
                }

                Title {
                    color: Theme.ok
                    font.pixelSize: Theme.small
                    text: root.verdict
                }
            }

            Label {
                Layout.alignment: root.low ? Qt.AlignLeft : Qt.AlignRight
                color: Theme.ink2
                font.pixelSize: Theme.small
                text: root.when
            }
        }
    }
}
