pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** Home: the channels, the matters, and where help is. In landscape channels stand left, matters right. */
Item {
    id: root

    required property HomeViewModel step
    required property Frame frame

    readonly property bool landscape: frame?.landscape ?? false
    readonly property int space: crowded ? Theme.space : landscape ? 20 : Theme.gap
    /** In landscape no pages can be made of channels and matters side by side. */
    property bool crowded: false
    readonly property string language: step.nextPageText
    /** Tiles stand below each other where their words are large. */
    readonly property int columns: Theme.labelsAbove && !landscape ? 1 : 2

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
            root.crowded = pages.cramped;
        }

        target: root.landscape && !root.crowded ? root.Window.window : null
    }

    Pages {
        id: pages

        anchors.bottom: help.visible ? help.top : parent.bottom
        anchors.bottomMargin: root.crowded ? Theme.hair : Theme.gap
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: root.crowded ? Theme.space : root.landscape ? 28 : 36
        fills: halves.columns > 1
        nextText: root.step.nextPageText
        previousText: root.step.previousPageText
        text: root.step.pageOfText.arg(pages.page).arg(pages.pages)

        GridLayout {
            id: halves

            readonly property Item pieces: halves

            Layout.fillHeight: true
            columnSpacing: 64
            columns: root.landscape && !root.crowded ? 2 : 1
            rowSpacing: 60

            Part {
                Layout.horizontalStretchFactor: 800
                heading: root.step.heading
                remark: root.step.remark

                Repeater {
                    model: root.step.channels

                    ChannelTile {
                        required property var modelData

                        Layout.fillHeight: true
                        Layout.fillWidth: true
                        caption: root.step.captions[modelData.id] ?? ""
                        channel: modelData.id
                        enabled: !root.step.suspended.includes(modelData.id)
                        glyph: modelData.icon
                        least: root.crowded ? Theme.touch : 208
                        objectName: "tile." + modelData.id
                        title: modelData.title
                        upright: halves.columns > 1
                        visible: caption !== ""

                        onTapped: root.step.choose(modelData.id)
                    }
                }
            }

            Part {
                Layout.horizontalStretchFactor: 960
                columns: root.crowded && !root.frame.squat ? 3 : root.columns
                heading: root.step.mattersHeading
                remark: root.step.mattersRemark

                Repeater {
                    model: root.step.matters

                    TaskTile {
                        required property var modelData

                        Layout.fillHeight: true
                        Layout.fillWidth: true
                        Layout.maximumHeight: halves.columns > 1 ? Math.max(240, implicitHeight) : Infinity
                        caption: root.step.captions[modelData.id] ?? ""
                        enabled: !root.step.suspended.includes(modelData.id)
                        icon: modelData.icon
                        objectName: "tile." + modelData.id
                        title: modelData.title
                        visible: modelData.id in root.step.captions

                        onTapped: root.step.choose(modelData.id)
                    }
                }
            }
        }
    }

    Card {
        id: help

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.inset
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        visible: !root.landscape && !Theme.labelsAbove

        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            spacing: Theme.space

            Icon {
                color: Theme.accent
                name: "help"
            }

            Label {
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                text: root.step.help
                wrapMode: Text.Wrap
            }

            Title {
                font.pixelSize: Theme.note
                text: root.step.helpNumber
            }
        }
    }

    component Part: ColumnLayout {
        id: part

        required property string heading
        property alias remark: title.remark
        property alias columns: grid.columns
        default property alias tiles: grid.data
        readonly property Item pieces: part

        Layout.alignment: Qt.AlignTop
        Layout.fillHeight: root.landscape
        spacing: root.crowded ? 12 : 18

        Heading {
            id: title

            remarkAtRight: false
            text: part.heading
        }

        GridLayout {
            id: grid

            readonly property Item pieces: grid

            Layout.fillHeight: true
            columnSpacing: root.space
            columns: root.columns
            rowSpacing: root.space
            uniformCellWidths: true
        }
    }
}
