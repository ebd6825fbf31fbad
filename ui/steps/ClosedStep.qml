pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** Why a channel takes no business now, until when, and the channels that do. */
StepPage {
    id: root

    required property ClosedViewModel step

    gap: 20
    primary: step.doneText
    primaryIcon: step.over ? "" : "home"
    words: step

    onNext: step.done()

    after: [
        Heading {
            text: root.step.ways.length > 0 ? root.step.waysHeading : ""
        },
        ColumnLayout {
            id: ways

            readonly property Item pieces: ways

            spacing: Theme.space

            Rows {
                id: list

                rows: root.step.ways

                ChannelRow {
                    required property int index
                    readonly property var modelData: list.held[index]

                    caption: modelData.caption
                    channel: modelData.id
                    flat: true
                    glyph: modelData.icon
                    least: root.landscape ? Theme.touch : Theme.fieldHeight
                    objectName: "way." + modelData.id
                    title: modelData.title

                    onTapped: root.step.choose(modelData.id)
                }
            }
        }
    ]

    Card {
        inset: root.landscape ? Theme.gap : Theme.inset
        spacing: root.landscape ? Theme.hair : 12

        Disc {
            Layout.alignment: Qt.AlignHCenter
            color: Theme.tint
            icon: root.step.over ? "tick" : "clock"
            implicitHeight: 128
            ink: Theme.accent
            weight: 3.6
        }

        Title {
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            font.pixelSize: Theme.outcome
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.outcome"
            text: root.step.headline
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.heading
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.until"
            text: root.step.until.replace(/<b>.*?<\/b>/g, figure => "<font color=\"" + Theme.accentInk + "\">" + figure + "</font>")
            textFormat: Text.StyledText
            visible: text !== ""
            wrapMode: Text.Wrap
        }

        ClosureLine {
            closedText: root.step.closedText
            closesAt: root.step.closesAt
            nowText: root.step.nowText
            openText: root.step.openText
            opensAt: root.step.opensAt
            share: root.step.share
            visible: !root.step.over
        }
    }

    NoticeCard {
        heading: root.step.notesHeading
        sentences: root.step.notes
    }
}
