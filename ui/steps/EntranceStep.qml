pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** How one gets here on the phone: what to tap, in order, and the two ways in. */
StepPage {
    id: root

    required property EntranceViewModel step

    primary: step.otherFirst ? step.otherText : step.enterText
    secondary: step.otherFirst ? step.enterText : step.otherText
    words: step

    onNext: step.otherFirst ? step.other() : step.enter()
    onOther: step.otherFirst ? step.enter() : step.other()

    after: [
        NoticeCard {
            heading: root.step.here
            icon: root.step.located ? "pin" : "info"
            sentences: [root.step.remark]
            visible: root.step.remark !== ""
        }
    ]

    Card {
        inset: 44
        pieces: column
        spacing: 0

        Title {
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            bottomPadding: 28
            text: root.step.heading
            wrapMode: Text.Wrap
        }

        Repeater {
            model: root.step.taps

            Item {
                id: tap

                required property int index
                required property string modelData

                readonly property bool last: index === root.step.taps.length - 1

                Layout.fillWidth: true
                implicitHeight: Math.max(said.height, last ? 72 : root.landscape ? (root.step.code ? 90 : 104) : root.step.code ? 116 : root.step.taps.length > 3 ? 152 : 196)

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
                    ink: tap.last ? Theme.inkOnAccent : Theme.accentInk
                    text: (tap.index + 1).toString()
                }

                Label {
                    id: said

                    font.bold: tap.last
                    font.pixelSize: Theme.row
                    height: Math.max(72, implicitHeight)
                    text: tap.modelData
                    verticalAlignment: Text.AlignVCenter
                    width: parent.width - x
                    wrapMode: Text.Wrap
                    x: 108
                }
            }
        }
    }

    Card {
        inset: 24
        visible: root.step.code !== ""

        RowLayout {
            spacing: 40

            Image {
                Accessible.name: root.step.codeText
                Accessible.role: Accessible.Graphic
                objectName: "link"
                smooth: false
                source: root.step.code ? "image://qr/" + (root.landscape ? 6 : 8) + "/" + encodeURIComponent(root.step.code) : ""
            }

            ColumnLayout {
                spacing: 12

                Sentence {
                    Accessible.role: Accessible.Heading
                    Layout.fillWidth: true
                    font.bold: true
                    font.pixelSize: root.landscape ? Theme.label : Theme.heading
                    sentence: root.step.codeText
                }

                Label {
                    Layout.fillWidth: true
                    color: Theme.demoInk
                    font.pixelSize: Theme.caption
                    text: root.step.demo
                    visible: text !== ""
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
