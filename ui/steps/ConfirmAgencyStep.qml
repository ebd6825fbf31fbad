import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** The agency once more, large; yes, or choose again. */
StepPage {
    id: root

    required property ConfirmAgencyViewModel step

    primary: step.nextText
    secondary: step.againText

    onNext: step.next()
    onOther: step.again()

    Heading {
        text: root.step.question
    }

    Card {
        border.color: Theme.accent
        border.width: Theme.chosenWidth
        color: Theme.tint
        inset: 48

        Row {
            spacing: 32
            width: parent?.width ?? 0

            IconTile {
                id: mark

                anchors.verticalCenter: parent.verticalCenter
                color: Theme.surface
                icon: "building"
                implicitHeight: 104
            }

            Title {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.accentInk
                font.pixelSize: Theme.tile
                objectName: "text.agency"
                text: root.step.agency
                width: parent.width - mark.width - parent.spacing
                wrapMode: Text.Wrap
            }
        }
    }

    KeyValueCard {
        pairs: root.step.rows
    }
}
