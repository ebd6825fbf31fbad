pragma ComponentBehavior: Bound

import QtQuick
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

    onNext: step.done()

    after: [
        Heading {
            text: root.step.ways.length > 0 ? root.step.waysHeading : ""
        },
        Column {
            spacing: 16
            width: parent?.width ?? 0

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
                    implicitHeight: root.landscape ? 96 : 104
                    objectName: "way." + modelData.id
                    title: modelData.title

                    onTapped: root.step.choose(modelData.id)
                }
            }
        }
    ]

    Card {
        inset: root.landscape ? 24 : 32
        spacing: root.landscape ? 8 : 12

        Disc {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.tint
            icon: root.step.over ? "tick" : "clock"
            implicitHeight: 128
            ink: Theme.accent
            weight: 3.6
        }

        Title {
            anchors.horizontalCenter: parent.horizontalCenter
            font.pixelSize: Theme.outcome
            objectName: "text.outcome"
            text: root.step.headline
        }

        Label {
            font.pixelSize: Theme.heading
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.until"
            text: root.step.until.replace(/<b>.*?<\/b>/g, figure => "<font color=\"" + Theme.accentInk + "\">" + figure + "</font>")
            textFormat: Text.StyledText
            visible: text !== ""
            width: parent?.width ?? 0
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
