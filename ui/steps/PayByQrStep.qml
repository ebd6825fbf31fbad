pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** The code to scan, what is waited for, and how to scan it; without a code what went wrong takes its place. */
StepPage {
    id: root

    required property PayByQrViewModel step

    gap: 20
    primary: step.primaryText
    primaryEnabled: step.primaryEnabled
    secondary: step.secondaryText
    secondaryEnabled: step.secondaryEnabled
    words: step

    onNext: step.primary()
    onOther: step.cancel()

    before: AmountCard {
        caption: root.step.amountFor.join("\n")
        figure: root.step.amount
        // On the page of the code, whatever the size of the text.
        size: (!root.landscape ? 100 : root.crowding > 0 ? 64 : 84) * Math.min(Theme.titleScale, 1.1)
        tinted: false
        title: root.step.amountLabel
    }

    after: NoticeCard {
        heading: root.step.notesHeading
        sentences: root.step.notes
    }

    QrCard {
        id: code

        caption: root.step.clockCaption
        clock: root.step.clock
        code: root.step.code
        demo: root.step.demo
        heading: root.step.scanText
        low: root.landscape
        phase: root.step.phase
        says: root.step.says
        share: root.step.share
    }

    PhoneSteps {
        id: phones

        app: root.step.appGlyph
        captions: root.step.taps
        // Code and notice must stay whole.
        room: root.step.code ? root.roomBeside(phones) : 0
        scanText: root.step.scanButton
    }
}
