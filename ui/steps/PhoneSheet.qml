import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** Over a paper: the code that a phone gets it by, and how that ended. */
Rectangle {
    id: root

    required property Frame frame
    required property PhoneViewModel phone

    color: Theme.bg
    objectName: "phone"

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }

    StepPage {
        id: page

        frame: root.frame
        gap: 20
        primary: root.phone.primaryText
        primaryName: "phone.primary"
        secondary: root.phone.secondaryText
        secondaryName: "phone.back"
        wide: root.phone.code === ""
        words: root.phone

        onNext: root.phone.primary()
        onOther: root.phone.secondary()

        before: [
            Heading {
                objectName: "text.phone"
                text: root.phone.title
            },
            OutcomeCard {
                headline: root.phone.headline
                kind: root.phone.kind
                sentence: root.phone.sentence
                visible: headline !== ""
            }
        ]

        after: Stations {
            heading: root.phone.stepsTitle
            stations: root.phone.steps
            visible: stations.length > 0
        }

        QrCard {
            caption: root.phone.clockCaption
            clock: root.phone.clock
            code: root.phone.code
            demo: root.phone.demo
            heading: root.phone.scanText
            low: page.landscape
            phase: "open"
            says: root.phone.says
            share: root.phone.share
            visible: code !== ""
        }
    }
}
