import QtQuick
import QtQuick.Layouts
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
    words: step

    onNext: step.next()
    onOther: step.again()

    Heading {
        text: root.step.question
    }

    Card {
        border.color: Theme.accent
        border.width: Theme.chosenWidth
        color: Theme.tint
        inset: Theme.margin

        RowLayout {
            spacing: Theme.inset

            IconTile {
                color: Theme.surface
                icon: "building"
                implicitHeight: 104
            }

            Title {
                Layout.fillWidth: true
                color: Theme.accentInk
                font.pixelSize: Theme.tile
                objectName: "text.agency"
                text: root.step.agency
                wrapMode: Text.Wrap
            }
        }
    }

    KeyValueCard {
        pairs: root.step.rows
    }
}
