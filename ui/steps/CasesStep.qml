pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** Cases before staff, the oldest first: one is open, with the ways out of it; the others are rows. */
StepPage {
    id: root

    required property CasesViewModel step

    readonly property CaseCard card: open.count > 0 ? open.itemAt(open.count - 1) as CaseCard : null
    /** What stands above the open case leaves it no room on the first page. */
    readonly property bool tight: (card?.implicitHeight ?? 0) + above > room
    readonly property real above: {
        let above = Theme.px(60) + Theme.gap;
        for (const one of [done, caution, problem])
            above += one.visible && !(landscape && one === done) ? one.implicitHeight + Theme.gap : 0;
        return above;
    }

    /** A heading would be alone on a page before a case that takes the whole height, and cannot be cut. */
    readonly property bool headed: step.heading !== "" && !(card?.wide && tight && step.done === "")

    primary: step.submitText
    primaryEnabled: step.ready
    columns: landscape ? 2 : 1
    secondary: step.laterText
    secondaryEnabled: step.canLeave
    wide: true
    words: step

    onNext: step.submit()
    onOther: step.later()

    // Where height is short it is below all that waits.
    after: Caution {
        visible: sentences.length > 0 && root.landscape
    }

    GridLayout {
        columnSpacing: Theme.inset
        columns: root.landscape ? 2 : 1
        rowSpacing: Theme.space
        uniformCellWidths: root.landscape && done.visible
        visible: root.step.done !== "" || root.headed

        Heading {
            Layout.preferredWidth: root.landscape ? 0 : -1
            remark: root.step.remark
            text: root.step.heading
            visible: root.headed
        }

        InfoLine {
            id: done

            Layout.alignment: Qt.AlignVCenter
            Layout.preferredWidth: root.landscape ? 0 : -1
            icon: "tick"
            ink: Theme.ok
            objectName: "text.done"
            text: root.step.done
            tone: Theme.ok

            onTextChanged: if (text !== "")
                shown.show()

            Reveal {
                id: shown

                item: done
            }
        }
    }

    Caution {
        id: caution

        visible: sentences.length > 0 && !root.landscape
    }

    ErrorCard {
        id: problem

        text: root.step.problem
        waiting: root.step.loading
    }

    EmptyCard {
        text: root.step.nothing
    }

    Rows {
        id: open

        rows: root.step.opened

        CaseCard {
            required property int index

            apart: root.landscape && root.crowding === 0
            parted: root.tight
            told: open.held[index]
            usable: root.step.canLeave

            onChosen: way => root.step.choose(way)
        }
    }

    ColumnLayout {
        id: others

        readonly property Item pieces: others

        spacing: 0
        visible: rows.count > 0

        Rows {
            id: rows

            rows: root.step.folded

            CaseRow {
                required property int index

                first: index === 0
                last: index === rows.count - 1
                objectName: "fold." + told.id
                told: rows.held[index]

                onTapped: root.step.open(told.id)
            }
        }

        SecondaryButton {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space
            objectName: "more"
            text: root.step.moreText
            visible: text !== ""

            onTapped: root.step.more()
        }
    }

    component Caution: NoticeCard {
        close: true
        heading: root.step.cautionHeading
        objectName: "text.caution"
        sentences: root.step.caution ? [root.step.caution] : []
    }
}
