pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"

/** The code to scan, what is waited for, and how to scan it; without a code what went wrong takes its place. */
StepPage {
    id: root

    required property PayByQrViewModel step

    /** Whether the pictures of the phone have room, or their captions alone: code and notice must stay whole. */
    readonly property bool pictured: code.height + phones.pictureHeight + 20 <= roomAt(20)
    readonly property bool captioned: code.height + phones.captionHeight + 20 <= roomAt(20)

    primary: step.primaryText
    primaryEnabled: step.primaryEnabled
    secondary: step.secondaryText
    secondaryEnabled: step.secondaryEnabled

    onNext: step.primary()
    onOther: step.cancel()

    before: AmountCard {
        caption: root.step.amountFor.join("\n")
        figure: root.step.amount
        size: root.landscape ? 84 : 100
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
        phase: root.step.phase
        says: root.step.says
        share: root.step.share
    }

    PhoneSteps {
        id: phones

        app: root.step.appGlyph
        captions: root.step.taps
        pictured: root.pictured
        scanText: root.step.scanButton
        visible: (root.pictured || root.captioned) && root.step.code !== ""
    }
}
