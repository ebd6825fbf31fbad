pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** How one gets here on the phone: what to tap, in order, and the two ways in. */
StepPage {
    id: root

    required property EntranceViewModel step

    primary: step.enterText
    secondary: step.otherText

    onNext: step.enter()
    onOther: step.other()

    after: [
        NoticeCard {
            heading: root.step.here
            icon: root.step.located ? "pin" : "info"
            sentences: [root.step.remark]
        }
    ]

    Card {
        inset: 44
        spacing: 0

        Title {
            bottomPadding: 28
            text: root.step.heading
        }

        Repeater {
            model: root.step.taps

            Item {
                id: tap

                required property int index
                required property string modelData

                readonly property bool last: index === root.step.taps.length - 1

                height: last ? 72 : root.landscape ? (root.step.code ? 90 : 104) : root.step.code ? 116 : root.step.taps.length > 3 ? 152 : 196
                width: parent?.width ?? 0

                Rectangle {
                    color: Theme.edge
                    height: tap.height - 72
                    visible: !tap.last
                    width: 4
                    x: 34
                    y: 72
                }

                Disc {
                    color: tap.last ? Theme.accent : Theme.tint
                    implicitHeight: 72
                    ink: tap.last ? "#FFFFFF" : Theme.accentInk
                    text: (tap.index + 1).toString()
                }

                Label {
                    font.bold: tap.last
                    font.pixelSize: Theme.row
                    height: 72
                    text: tap.modelData
                    verticalAlignment: Text.AlignVCenter
                    width: parent.width - x
                    x: 108
                }
            }
        }
    }

    Card {
        inset: 24
        visible: root.step.code !== ""

        Row {
            spacing: 40
            width: parent?.width ?? 0

            Image {
                id: picture

                Accessible.name: root.step.codeText
                Accessible.role: Accessible.Graphic
                anchors.verticalCenter: parent.verticalCenter
                objectName: "link"
                smooth: false
                source: root.step.code ? "image://qr/" + (root.landscape ? 6 : 8) + "/" + encodeURIComponent(root.step.code) : ""
            }

            Column {
                anchors.verticalCenter: parent.verticalCenter
                spacing: 12
                width: parent.width - picture.width - parent.spacing

                Sentence {
                    font.bold: true
                    font.pixelSize: root.landscape ? Theme.label : Theme.heading
                    sentence: root.step.codeText
                    width: parent.width
                }

                Label {
                    color: Theme.demoInk
                    font.pixelSize: Theme.caption
                    text: root.step.demo
                    visible: text !== ""
                    width: parent.width
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
