import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "../controls"

/** A case that is not open, as a row that can be touched: what happened, whose it is, how long ago, and how much. */
Touchable {
    id: root

    /** `viewmodels.words.case_rows.Folded` */
    required property var told
    /** At the ends of the list. */
    property bool first: false
    property bool last: false

    readonly property bool low: words.implicitWidth + sum.wanted + glyph.width + mark.size + 6 * Theme.gap > width

    Accessible.description: told.who + " " + told.lasting
    Layout.fillWidth: true
    color: "transparent"
    implicitHeight: Math.max(Theme.touch, lines.implicitHeight + Theme.gap)
    name: told.title

    ChannelColours {
        id: worn

        channel: root.told.channel
        contrast: Theme.contrast
    }

    // Its edge lies on that of the one above.
    Rectangle {
        antialiasing: true
        border.color: Theme.line
        border.width: Theme.edgeWidth
        bottomLeftRadius: root.last ? Theme.cardRadius : 0
        bottomRightRadius: root.last ? Theme.cardRadius : 0
        color: root.pressed ? Theme.tint : Theme.surface
        height: parent.height - y
        topLeftRadius: root.first ? Theme.cardRadius : 0
        topRightRadius: root.first ? Theme.cardRadius : 0
        width: parent.width
        y: root.first ? 0 : -Theme.edgeWidth
    }

    ChannelGlyph {
        id: glyph

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        color: worn.accent
        implicitHeight: 60
        ink: worn.inkOnAccent
        text: root.told.glyph
        visible: text !== ""
    }

    GridLayout {
        id: lines

        anchors.left: glyph.visible ? glyph.right : parent.left
        anchors.leftMargin: Theme.gap
        anchors.right: mark.left
        anchors.rightMargin: Theme.space
        anchors.verticalCenter: parent.verticalCenter
        columnSpacing: Theme.space
        columns: root.low ? 1 : 2
        rowSpacing: 0

        ColumnLayout {
            id: words

            spacing: 0

            Title {
                Layout.fillWidth: true
                font.pixelSize: Theme.label
                text: root.told.title
                wrapMode: Text.Wrap
            }

            Flow {
                Layout.fillWidth: true
                spacing: Theme.gap

                Label {
                    color: Theme.ink2
                    font.pixelSize: Theme.small
                    text: root.told.who
                    width: Math.min(implicitWidth, parent.width)
                    wrapMode: Text.Wrap
                }

                Title {
                    color: Theme.warnInk
                    font.pixelSize: Theme.small
                    text: root.told.lasting
                    width: Math.min(implicitWidth, parent.width)
                    wrapMode: Text.Wrap
                }
            }
        }

        Amount {
            id: sum

            Layout.alignment: root.low ? Qt.AlignLeft : Qt.AlignRight | Qt.AlignVCenter
            color: Theme.ink
            figure: root.told.amount
            most: root.low ? lines.width : Infinity
            size: Theme.row
        }
    }

    Icon {
        id: mark

        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.ink2
        name: "down"
        size: 36
    }
}
