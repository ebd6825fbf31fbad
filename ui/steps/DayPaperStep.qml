pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** The paper of a day as it is printed; once it prints, how that goes. */
StepPage {
    id: root

    required property DayPaperViewModel step

    property bool large: false

    fills: true
    primary: step.submitText
    primaryEnabled: step.ready
    primaryIcon: step.kind === "good" ? "" : "printer"
    secondary: step.otherText
    words: step

    onNext: step.submit()
    onOther: step.other()

    after: InfoLine {
        readonly property color paint: root.step.kind === "good" ? Theme.ok : root.step.kind === "bad" ? Theme.error : root.step.kind === "unknown" ? Theme.warnInk : Theme.ink2

        icon: root.step.kind === "good" ? "tick" : root.step.kind === "bad" ? "warning" : "info"
        ink: paint
        objectName: "text.news"
        text: root.step.news
        tone: paint
    }

    PagePreview {
        Layout.fillHeight: true
        moreText: root.step.large.moreText
        nextText: root.step.nextPageText
        page: root.step.page
        pageText: root.step.pageText
        pages: root.step.pages
        previousText: root.step.previousPageText
        sampleRemark: root.step.sampleRemark
        sampleText: root.step.sampleText
        serial: root.step.serial
        tallness: root.step.tallness
        zoomText: root.step.large.zoomText

        onTurned: by => root.step.turn(by)
        onZoomed: root.large = root.step.serial > 0
    }

    Loader {
        active: root.large
        parent: root
        sourceComponent: PageLarge {
            page: root.step.page
            serial: root.step.serial
            tallness: root.step.tallness
            words: root.step.large

            onClosed: root.large = false
        }
        anchors.fill: parent
        z: 5
    }
}
