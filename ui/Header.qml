import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "controls"

/** The channel, the screen's title, Back and Home; in landscape all in one line, with the steps. */
Rectangle {
    id: root

    required property NavigationViewModel navigation
    required property GoingHomeViewModel goingHome
    required property HeaderViewModel header
    required property ProgressViewModel progress
    required property ServedViewModel served
    /** When the terminal returns to Home by itself, if it says so. */
    required property string leaving
    required property bool landscape
    /** In landscape, with less width. */
    required property bool squat
    /** Back and Home stand elsewhere. */
    required property bool low

    /** Before a channel is chosen there is only the title. */
    readonly property bool bare: header.channelGlyph === "" && header.tag === ""
    /** How long the title is where it is written large, and how long it may be so. */
    readonly property real long: metrics.advanceWidth
    readonly property int toldWidth: squat ? Theme.toldNarrow : Theme.toldWidth
    readonly property real most: landscape ? (squat ? 7.5 : 11.5) * Theme.title : width - 2 * (Theme.margin + (low ? 0 : home.implicitWidth) + Theme.space)
    /** Smaller, and if that is not enough on two lines; in portrait of the same length, unless they end between words. */
    readonly property bool longer: long > most
    readonly property real longSmall: long * Theme.titleLong / Theme.title
    readonly property real half: landscape || longSmall <= most - Theme.gap || header.title.includes(" ") ? Infinity : longSmall / 2 + Theme.gap

    color: Theme.header

    TextMetrics {
        id: metrics

        font.bold: true
        font.family: Theme.family
        font.pixelSize: Theme.title
        text: root.header.title
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: root.landscape ? Theme.inset : Theme.space

        Item {
            implicitHeight: back.implicitHeight
            implicitWidth: root.low ? 0 : home.implicitWidth
            visible: root.header.canGoBack && !root.low || !root.landscape

            HeaderButton {
                id: back

                icon: root.header.locks ? "lock" : "back"
                objectName: root.header.locks ? "lock" : "back"
                text: root.header.backText
                visible: root.header.canGoBack && !root.low
                width: parent.width

                onTapped: root.navigation.back()
            }
        }

        GridLayout {
            id: middle

            Layout.maximumWidth: Infinity
            columnSpacing: 20
            columns: root.landscape ? 3 : 1
            rowSpacing: root.longer ? 0 : Theme.hair

            RowLayout {
                id: channel

                Layout.alignment: Qt.AlignCenter
                Layout.maximumWidth: Math.min(Math.ceil(implicitWidth), root.landscape ? Infinity : root.most)
                spacing: root.landscape ? 20 : 14
                visible: !root.bare

                Tag {
                    color: Theme.inkOnDeep
                    ink: Theme.header
                    text: root.header.tag
                    visible: text !== ""
                }

                ChannelGlyph {
                    color: Theme.inkOnDeep
                    implicitHeight: root.landscape ? 64 : 48
                    ink: Theme.header
                    text: root.header.channelGlyph
                    visible: text !== ""
                }

                Fitted {
                    Layout.maximumHeight: root.landscape ? root.height - Theme.hair : Infinity
                    Layout.minimumWidth: root.header.tag ? 0 : Math.min(Math.ceil(implicitWidth), Theme.secondaryNarrow)
                    color: Theme.inkOnDeep
                    font.pixelSize: root.landscape ? Theme.frameField : Theme.frameNote
                    text: root.header.channelName
                    // Its sign tells, where there is no room for both.
                    visible: root.header.tag ? !Theme.labelsAbove && (!root.squat || root.header.locks) : !root.squat
                }
            }

            Rectangle {
                color: Theme.inkOnDeep
                implicitHeight: 48
                implicitWidth: Theme.edgeWidth
                visible: root.landscape && !root.bare
            }

            Fitted {
                id: title

                Accessible.role: Accessible.Heading
                Layout.alignment: Qt.AlignCenter
                Layout.fillHeight: root.landscape
                Layout.maximumHeight: root.height - (root.landscape ? 0 : channel.height + middle.rowSpacing)
                Layout.fillWidth: root.landscape
                Layout.maximumWidth: root.landscape ? Infinity : root.most
                Layout.minimumWidth: root.landscape ? Theme.labelWidth : 0
                Layout.preferredWidth: root.landscape ? -1 : Math.min(Math.ceil(implicitWidth), root.half, root.most)
                color: Theme.inkOnDeep
                font.bold: true
                font.pixelSize: root.longer ? Theme.titleLong : Theme.title
                horizontalAlignment: root.landscape ? Text.AlignLeft : Text.AlignHCenter
                lineHeight: root.longer ? 0.84 : 0.932
                objectName: "title"
                text: root.header.title
            }
        }

        Item {
            Layout.fillWidth: true
            Layout.maximumWidth: root.toldWidth
            Layout.minimumWidth: (root.squat && !Theme.largest ? 0.95 : 0.84) * root.toldWidth
            Layout.preferredWidth: root.toldWidth
            visible: root.landscape && root.progress.count === 0 && !root.header.locks && !(root.squat && root.header.tag)

            Sentence {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.inkOnDeep
                font.pixelSize: Theme.frameNote
                fontSizeMode: Text.Fit
                height: root.height - Theme.hair
                horizontalAlignment: Text.AlignRight
                minimumPixelSize: Theme.least
                sentence: root.served.name ? root.served.name + "\n" + root.served.number : root.served.guidance
                verticalAlignment: Text.AlignVCenter
                width: parent.width
                // A number is not broken, but written smaller.
                wrapMode: root.served.name ? Text.WordWrap : Text.Wrap
            }
        }

        StepCount {
            Layout.maximumWidth: implicitWidth
            dark: true
            segmented: !root.squat
            leaving: root.leaving
            progress: root.progress
            visible: root.landscape && root.progress.count > 0
        }

        HeaderButton {
            id: home

            icon: "home"
            objectName: "home"
            text: root.header.homeText
            visible: !root.low

            onTapped: root.goingHome.home()
        }
    }
}
