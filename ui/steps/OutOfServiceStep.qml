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
    readonly property int space: landscape ? 28 : Theme.labelsAbove ? Theme.gap : 56

    /** Beside each other they can be cut nowhere: they stand so only as long as all of them fit. */
    readonly property bool broad: landscape && !Theme.labelsAbove && !crowded
    property bool crowded: false
    readonly property string language: step.nextPageText

    anchors.fill: parent

    onLandscapeChanged: crowded = false
    onLanguageChanged: crowded = false

    Connections {
        function onScaleChanged(): void {
            root.crowded = false;
        }

        target: Theme
    }

    Connections {
        // Once all is laid out, before it is drawn.
        function onAfterAnimating(): void {
            root.crowded = root.crowded || !pages.whole;
        }

        target: root.broad ? root.Window.window : null
    }

    Pages {
        id: pages

        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.hair
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.inset
        nextText: root.step.nextPageText
        previousText: root.step.previousPageText
        text: root.step.pageOfText.arg(pages.page).arg(pages.pages)

        GridLayout {
            id: cards

            readonly property Item pieces: cards

            columnSpacing: Theme.inset
            columns: root.broad ? 2 : 1
            rowSpacing: root.space
            uniformCellWidths: true

            Card {
                id: status

                Layout.alignment: Qt.AlignTop
                inset: Theme.margin
                sideInset: Theme.margin

                GridLayout {
                    columnSpacing: 52
                    columns: status.width < Theme.px(700) ? 1 : 2
                    rowSpacing: Theme.gap

                    Ring {
                        caption: root.step.figureCaption
                        implicitHeight: 272
                        implicitWidth: 272
                        part: root.step.share
                        // Seconds, or a time of day.
                        size: text.length > 3 ? 72 : 104
                        stroke: 18
                        text: root.step.figure

                        Icon {
                            anchors.centerIn: parent
                            color: Theme.accent
                            name: "wrench"
                            size: 104
                            visible: root.step.figureCaption === ""
                        }
                    }

                    ColumnLayout {
                        spacing: 14

                        Title {
                            Accessible.role: Accessible.Heading
                            Layout.fillWidth: true
                            font.pixelSize: Theme.outcome
                            objectName: "text.outcome"
                            text: root.step.headline
                            wrapMode: Text.Wrap
                        }

                        Label {
                            Layout.fillWidth: true
                            font.pixelSize: Theme.field
                            text: root.step.sentence
                            wrapMode: Text.Wrap
                        }

                        Label {
                            Layout.fillWidth: true
                            color: Theme.ink2
                            objectName: "text.history"
                            text: root.step.history
                            wrapMode: Text.Wrap
                        }
                    }
                }
            }

            Card {
                id: paid

                Layout.alignment: Qt.AlignTop
                Layout.column: cards.columns - 1
                Layout.row: cards.columns > 1 ? 0 : 1
                Layout.rowSpan: cards.columns > 1 ? 2 : 1
                border.color: Theme.warnEdge
                border.width: 5
                color: Theme.warnTint
                inset: 48
                pieces: column
                sideInset: 44
                spacing: 26

                RowLayout {
                    readonly property bool heads: true

                    spacing: 28

                    Icon {
                        Layout.preferredHeight: size
                        Layout.preferredWidth: size
                        color: Theme.warnInk
                        name: "yuan"
                        size: 64
                    }

                    Title {
                        Accessible.role: Accessible.Heading
                        Layout.fillWidth: true
                        color: Theme.warnInk
                        font.pixelSize: Theme.px(52)
                        objectName: "text.paid"
                        text: root.step.paidHeading
                        wrapMode: Text.Wrap
                    }
                }

                Rows {
                    id: told

                    rows: root.step.paidPoints

                    RowLayout {
                        id: point

                        required property int index

                        spacing: 22

                        Disc {
                            Layout.alignment: Qt.AlignTop
                            implicitHeight: 56
                            text: String(point.index + 1)
                        }

                        Label {
                            Layout.fillWidth: true
                            font.pixelSize: Theme.field
                            text: told.held[point.index] ?? ""
                            textFormat: Text.StyledText
                            wrapMode: Text.Wrap
                        }
                    }
                }
            }

            Card {
                Layout.alignment: Qt.AlignTop
                Layout.column: 0
                Layout.row: cards.columns > 1 ? 1 : 2
                inset: 44
                sideInset: 44
                spacing: 18

                RowLayout {
                    spacing: 24

                    Icon {
                        Layout.preferredHeight: size
                        Layout.preferredWidth: size
                        color: Theme.accent
                        name: "person"
                        size: 56
                    }

                    Title {
                        Accessible.role: Accessible.Heading
                        Layout.fillWidth: true
                        font.pixelSize: Theme.heading
                        text: root.step.unpaidHeading
                        wrapMode: Text.Wrap
                    }
                }

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.field
                    text: root.step.unpaidText
                    textFormat: Text.StyledText
                    wrapMode: Text.Wrap
                }
            }

            InfoLine {
                Layout.column: cards.columns - 1
                Layout.row: cards.columns > 1 ? 2 : 3
                text: root.step.cleared
            }
        }
    }

    Rectangle {
        id: foot

        anchors.bottom: parent.bottom
        color: Theme.surface
        height: Math.max(root.landscape ? 120 : 160, help.implicitHeight + 2 * Theme.gap)
        width: parent.width

        Rectangle {
            color: Theme.line
            height: Theme.edgeWidth
            width: parent.width
        }

        RowLayout {
            anchors.centerIn: parent
            spacing: 20
            width: Math.min(implicitWidth, parent.width - 2 * Theme.margin)

            Icon {
                Layout.preferredHeight: size
                Layout.preferredWidth: size
                color: Theme.accent
                name: "help"
                size: 48
            }

            Label {
                id: help

                Layout.fillWidth: true
                font.bold: true
                font.pixelSize: Theme.label
                text: root.step.help
                wrapMode: Text.Wrap
            }
        }
    }
}
