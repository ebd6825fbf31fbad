pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "controls"

/**
 * Over Home while nobody is there: what can be done here, and what is out of order. Nothing moves. Wherever it is touched
 * Home comes back, once the finger has gone, so that it touches nothing else.
 */
Overlay {
    id: root

    required property AttractViewModel attract
    required property HomeViewModel home
    required property HeaderViewModel header
    required property HelpViewModel help
    required property StripViewModel strip
    required property Frame frame

    readonly property bool landscape: frame?.landscape ?? false
    readonly property color ground: Theme.of(Theme.deep, "#000000", "#0D2D5C")
    readonly property color ink: Theme.inkOnDeep
    readonly property bool squat: frame?.squat ?? false
    /** Where words are large, or width is short, there is room for what can be done, and not for what that is. */
    readonly property bool brief: Theme.labelsAbove || squat
    readonly property real room: width - 2 * Theme.margin - (landscape ? Theme.margin : 0)

    color: ground
    name: attract.beginText
    objectName: "attract"
    start: begin

    onPressedChanged: if (!pressed)
        attract.wake()
    onDismissed: attract.wake()

    HomeHeader {
        id: top

        date: root.strip.date
        ground: root.ground
        landscape: root.landscape
        subtitle: root.header.subtitle
        time: root.strip.clock
        title: root.header.title
        width: parent.width
    }

    GridLayout {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.landscape ? Theme.space : Theme.inset
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: top.bottom
        anchors.topMargin: root.landscape ? 0 : Theme.gap
        columnSpacing: Theme.margin
        columns: root.landscape ? 2 : 1
        rowSpacing: root.brief ? Theme.gap : Theme.inset

        ColumnLayout {
            Layout.fillHeight: true
            Layout.preferredWidth: root.landscape ? 0.57 * root.room : root.room
            spacing: root.landscape ? Theme.space : Theme.gap

            Said {
                font.bold: true
                text: root.attract.canText
            }

            GridLayout {
                Layout.fillHeight: true
                columnSpacing: Theme.gap
                columns: root.brief && !root.landscape ? 1 : 2
                rowSpacing: root.brief || root.landscape ? Theme.space : Theme.gap
                uniformCellWidths: true

                Repeater {
                    model: root.home?.matters ?? []

                    Matter {}
                }
            }

            Rectangle {
                Layout.fillWidth: true
                color: root.ink
                implicitHeight: Theme.edgeWidth
                opacity: 0.6
            }

            Said {
                font.bold: true
                text: (root.home?.heading ?? "") + (root.brief ? "" : "   " + (root.home?.remark ?? ""))
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space
                uniformCellSizes: true

                Repeater {
                    model: root.home?.channels ?? []

                    Place {}
                }
            }
        }

        ColumnLayout {
            Layout.alignment: root.landscape ? Qt.AlignVCenter : Qt.AlignBottom
            Layout.preferredWidth: root.landscape ? 0.43 * root.room : root.room
            spacing: root.brief ? Theme.space : Theme.inset

            Touchable {
                id: begin

                Layout.fillWidth: true
                color: root.ink
                implicitHeight: Math.max(root.brief ? 200 : 236, words.height + 2 * Theme.gap)
                name: root.attract.beginText
                objectName: "attract.begin"
                radius: Theme.cardRadius

                onTapped: root.attract.wake()

                Icon {
                    id: hand

                    anchors.verticalCenter: parent.verticalCenter
                    color: root.ground
                    name: "touch"
                    size: root.squat ? 104 : root.landscape ? 132 : 168
                    weight: 2.6
                    x: root.landscape ? Theme.inset : 112
                }

                Column {
                    id: words

                    anchors.left: hand.right
                    anchors.leftMargin: root.landscape ? Theme.space : Theme.inset
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter

                    Title {
                        color: root.ground
                        font.pixelSize: 92
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: Theme.least
                        text: root.attract.beginText
                        verticalAlignment: Text.AlignBottom
                        width: parent.width
                    }

                    Label {
                        color: "#475566"
                        font.pixelSize: Theme.row
                        text: root.attract.beginCaption
                        width: parent.width
                        wrapMode: Text.Wrap
                    }
                }
            }

            Touchable {
                Layout.fillWidth: true
                border.color: root.ink
                border.width: 4
                color: root.ground
                implicitHeight: Math.max(112, learn.height + Theme.inset)
                name: root.help.teachText
                objectName: "attract.teach"
                radius: Theme.buttonRadius
                visible: root.help.teachText !== ""

                onTapped: {
                    root.attract.wake();
                    root.help.teach();
                }

                Column {
                    id: learn

                    anchors.centerIn: parent
                    width: parent.width - 2 * Theme.inset

                    Title {
                        color: root.ink
                        font.pixelSize: Theme.row
                        horizontalAlignment: Text.AlignHCenter
                        text: root.help.teachText
                        width: parent.width
                        wrapMode: Text.Wrap
                    }

                    Label {
                        color: root.ink
                        horizontalAlignment: Text.AlignHCenter
                        text: root.attract.teachCaption
                        width: parent.width
                        wrapMode: Text.Wrap
                    }
                }
            }

            Repeater {
                model: root.attract.troubles

                Trouble {}
            }
        }
    }

    component Said: Label {
        Layout.fillWidth: true
        color: root.ink
        font.pixelSize: Theme.row
        wrapMode: Text.Wrap
    }

    component Matter: RowLayout {
        id: matter

        required property var modelData

        readonly property string caption: root.home?.captions[modelData.id] ?? ""

        Layout.fillWidth: true
        spacing: root.landscape ? Theme.space : Theme.gap
        visible: caption !== ""

        IconTile {
            color: "#FFFFFF"
            icon: matter.modelData.icon
            implicitHeight: root.brief || root.landscape ? 72 : 104
            ink: root.ground
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Title {
                Layout.fillWidth: true
                color: root.ink
                font.pixelSize: root.brief || root.landscape ? Theme.frameHeading : 46
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.least
                text: matter.modelData.title
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.WordWrap
            }

            Label {
                Layout.fillWidth: true
                color: root.ink
                font.pixelSize: Theme.note
                text: matter.caption
                visible: !root.brief || matter.caption !== matter.modelData.caption
                wrapMode: Text.Wrap
            }
        }
    }

    component Place: ColumnLayout {
        id: place

        required property var modelData

        readonly property ChannelColours colours: ChannelColours {
            channel: place.modelData.id
            contrast: Theme.contrast === "high" ? "high" : "normal"
        }

        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        spacing: Theme.hair
        visible: (root.home?.captions[modelData.id] ?? "") !== ""

        ChannelGlyph {
            Layout.alignment: Qt.AlignHCenter
            border.color: root.ink
            border.width: 4
            color: place.colours.accent
            implicitHeight: root.landscape ? 64 : 96
            ink: root.ink
            text: place.modelData.icon
        }

        Label {
            Layout.fillWidth: true
            color: root.ink
            font.pixelSize: Theme.frameLabel
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.least
            text: place.modelData.title
            wrapMode: Text.Wrap
        }
    }

    component Trouble: Rectangle {
        id: trouble

        required property string modelData

        Layout.fillWidth: true
        antialiasing: true
        border.color: Theme.warnEdge
        border.width: Theme.controlWidth
        color: Theme.warnTint
        implicitHeight: Math.max(96, told.height + Theme.gap)
        radius: Theme.fieldRadius

        Icon {
            id: sign

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.warnInk
            name: "warning"
            size: 48
            x: Theme.inset
        }

        Label {
            id: told

            anchors.left: sign.right
            anchors.leftMargin: Theme.space
            anchors.right: parent.right
            anchors.rightMargin: Theme.space
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.warnInk
            font.pixelSize: Theme.label
            objectName: "text.trouble"
            text: trouble.modelData
            textFormat: Text.StyledText
            wrapMode: Text.Wrap
        }
    }
}
