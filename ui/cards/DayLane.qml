pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "../controls"

/** A channel through a day: its sign, what was taken, and a bar for each hour; hours to come are hatched. */
GridLayout {
    id: root

    /** `{id, glyph, title, count, amount, most, bars: [{part, ahead, highest}]}` */
    required property var lane
    /** How much of its width the bars take, at the right. */
    required property real barsWidth
    required property int tall
    /** All that is said stands on one line. */
    property bool low: false

    readonly property bool stacked: barsWidth >= width

    Layout.fillWidth: true
    columnSpacing: Theme.space
    columns: stacked ? 1 : 2
    rowSpacing: Theme.hair

    ChannelColours {
        id: worn

        channel: root.lane.id
        contrast: Theme.contrast
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space

        ChannelGlyph {
            color: worn.accent
            implicitHeight: Theme.px(root.low ? 52 : 60)
            ink: worn.inkOnAccent
            text: root.lane.glyph
        }

        GridLayout {
            columnSpacing: Theme.gap
            columns: root.low ? 2 : 1
            rowSpacing: 0

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.small
                text: root.lane.title + "  " + root.lane.count
                wrapMode: Text.Wrap
            }

            Amount {
                color: Theme.ink
                figure: root.lane.amount
                most: root.low ? 0.45 * (root.width - root.barsWidth) : root.stacked ? root.width - Theme.px(90) : root.width - root.barsWidth - Theme.px(60) - 2 * Theme.space
                size: Theme.row
            }
        }
    }

    Item {
        Layout.preferredWidth: root.stacked ? root.width : root.barsWidth
        implicitHeight: root.tall

        Row {
            anchors.fill: parent

            Repeater {
                id: bars

                model: root.lane.bars

                Item {
                    id: hour

                    required property var modelData

                    height: root.tall
                    width: parent.width / Math.max(1, bars.count)

                    Item {
                        anchors.fill: parent
                        clip: true
                        visible: hour.modelData.ahead

                        Repeater {
                            model: 8

                            Rectangle {
                                required property int index

                                antialiasing: true
                                color: Theme.line
                                height: 2 * root.tall
                                rotation: 45
                                width: 6
                                x: (index - 3) * 26
                                y: -root.tall / 2
                            }
                        }
                    }

                    Rectangle {
                        id: bar

                        anchors.bottom: parent.bottom
                        anchors.horizontalCenter: parent.horizontalCenter
                        color: worn.accent
                        height: hour.modelData.part > 0 ? Math.max(4, hour.modelData.part * (root.tall - Theme.px(44))) : 0
                        width: 0.66 * parent.width
                    }

                    Title {
                        anchors.bottom: bar.top
                        color: Theme.ink
                        font.pixelSize: Theme.small
                        text: root.lane.most
                        visible: hour.modelData.highest
                        x: Math.max(-hour.x, Math.min((parent.width - implicitWidth) / 2, root.barsWidth - hour.x - implicitWidth))
                    }
                }
            }
        }

        Rectangle {
            color: Theme.control
            height: Theme.edgeWidth
            width: parent.width
            y: parent.height - height
        }
    }
}
