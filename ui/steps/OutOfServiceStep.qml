pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** Nobody is served: after a fault, or because staff want it so. Whoever has paid comes first. */
Item {
    id: root

    required property OutOfServiceViewModel step
    required property Frame frame

    readonly property bool landscape: frame?.landscape ?? false
    readonly property real columnWidth: landscape ? (width - 2 * Theme.margin - 32) / 2 : width - 2 * Theme.margin
    readonly property int space: landscape ? 28 : 56

    anchors.fill: parent

    Column {
        id: status

        spacing: root.space
        width: root.columnWidth
        x: Theme.margin
        y: 32

        Card {
            inset: Theme.margin
            sideInset: Theme.margin
            width: parent.width

            Item {
                Layout.fillWidth: true
                implicitHeight: ring.height

                Ring {
                    id: ring

                    caption: root.step.figureCaption
                    height: 272
                    part: root.step.share
                    // Seconds, or a time of day.
                    size: text.length > 3 ? 72 : 104
                    stroke: 18
                    text: root.step.figure
                    width: 272
                }

                Column {
                    anchors.left: ring.right
                    anchors.leftMargin: 52
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 14

                    Title {
                        font.pixelSize: Theme.outcome
                        objectName: "text.outcome"
                        text: root.step.headline
                    }

                    Label {
                        font.pixelSize: Theme.field
                        text: root.step.sentence
                        width: parent.width
                        wrapMode: Text.Wrap
                    }

                    Label {
                        color: Theme.ink2
                        objectName: "text.history"
                        text: root.step.history
                        width: parent.width
                        wrapMode: Text.Wrap
                    }
                }
            }
        }

        Card {
            inset: 44
            sideInset: 44
            visible: root.landscape
            width: parent.width

            Unpaid {}
        }
    }

    Rectangle {
        id: paid

        antialiasing: true
        border.color: Theme.warnEdge
        border.width: 5
        color: Theme.warnTint
        height: points.height + 2 * 48
        radius: Theme.cardRadius
        width: root.columnWidth
        x: root.landscape ? root.width - width - Theme.margin : Theme.margin
        y: root.landscape ? 32 : status.y + status.height + root.space

        Column {
            id: points

            spacing: 26
            width: parent.width - 88
            x: 44
            y: 48

            Row {
                spacing: 28

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.warnInk
                    name: "yuan"
                    size: 64
                }

                Title {
                    color: Theme.warnInk
                    font.pixelSize: 52
                    objectName: "text.paid"
                    text: root.step.paidHeading
                }
            }

            Rows {
                id: told

                rows: root.step.paidPoints

                Item {
                    id: point

                    required property int index

                    implicitHeight: said.height
                    width: points.width

                    Disc {
                        id: number

                        implicitHeight: 56
                        text: String(point.index + 1)
                    }

                    Label {
                        id: said

                        anchors.left: number.right
                        anchors.leftMargin: 22
                        anchors.right: parent.right
                        font.pixelSize: Theme.field
                        text: told.held[point.index] ?? ""
                        textFormat: Text.StyledText
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
    }

    Card {
        id: unpaid

        inset: 44
        sideInset: 44
        visible: !root.landscape
        width: root.columnWidth
        x: Theme.margin
        y: paid.y + paid.height + root.space

        Unpaid {}
    }

    InfoLine {
        id: cleared

        text: root.step.cleared
        width: Math.min(600, root.columnWidth)
        x: root.landscape ? paid.x + 44 : (root.width - width) / 2
        y: root.landscape ? paid.y + paid.height + 32 : unpaid.y + unpaid.height + 44
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.surface
        height: root.landscape ? 120 : 160
        width: parent.width

        Rectangle {
            color: Theme.line
            height: 2
            width: parent.width
        }

        Row {
            anchors.centerIn: parent
            spacing: 20

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.accent
                name: "help"
                size: 48
            }

            Label {
                font.bold: true
                font.pixelSize: Theme.label
                text: root.step.help
            }
        }
    }

    component Unpaid: Column {
        Layout.fillWidth: true
        spacing: 18

        Row {
            spacing: 24

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.accent
                name: "person"
                size: 56
            }

            Title {
                font.pixelSize: Theme.heading
                text: root.step.unpaidHeading
            }
        }

        Label {
            font.pixelSize: Theme.field
            text: root.step.unpaidText
            textFormat: Text.StyledText
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
}
