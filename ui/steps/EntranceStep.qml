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
            icon: "pin"
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

                height: last ? 72 : root.landscape ? 104 : root.step.taps.length > 3 ? 152 : 196
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
}
