pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** The tiers with what each costs, and the choice once more below them. */
StepPage {
    id: root

    required property PickTierViewModel step

    readonly property bool many: step.tiers.length > 9
    readonly property bool noted: step.tiers.some(tier => tier.note !== "")
    readonly property int possible: Math.floor((contentWidth + grid.columnSpacing) / (list.widest + grid.columnSpacing))
    readonly property int abreast: Math.max(1, Math.min(landscape && many ? 4 : 3, step.tiers.length, possible))

    primary: step.stops ? step.stopText : step.submitText
    primaryEnabled: step.ready
    secondary: step.stops ? step.submitText : step.stopText
    secondaryEnabled: step.ready
    words: step

    onNext: step.stops ? step.stop() : step.submit()
    onOther: step.stops ? step.submit() : step.stop()

    after: [
        ErrorCard {
            text: root.step.problem
        },
        InfoLine {
            ink: Theme.demoInk
            text: root.step.demo
            tone: Theme.demo
        },
        InfoLine {
            text: root.step.problem === "" ? root.step.advice : ""
        },
        AmountCard {
            caption: root.step.chosenNote
            figure: root.step.amount
            per: root.step.per
            size: Theme.px(68)
            title: root.step.chosen
        }
    ]

    Heading {
        remark: root.step.standard
        size: Theme.field
        text: root.step.heading
    }

    GridLayout {
        id: grid

        readonly property Item pieces: grid

        columnSpacing: root.many || root.landscape ? Theme.space : 20
        columns: root.abreast
        rowSpacing: columnSpacing
        uniformCellWidths: true

        Rows {
            id: list

            /** As wide as the widest card must be. */
            readonly property real widest: {
                let widest = 1;
                for (let at = 0; at < count; ++at)
                    widest = Math.max(widest, (itemAt(at) as TierCard)?.leastWidth ?? 0);
                return widest;
            }

            rows: root.step.tiers

            TierCard {
                required property int index
                readonly property var modelData: list.held[index]

                Layout.fillHeight: true
                Layout.fillWidth: true
                amount: modelData.amount
                amountLabel: root.step.amountLabel
                base: modelData.base
                baseLabel: root.step.baseLabel
                chosen: modelData.chosen
                compact: root.landscape || root.many || Theme.labelsAbove
                note: modelData.note
                noted: root.noted
                objectName: "tier." + modelData.code
                tight: root.step.problem !== ""
                title: modelData.label

                onTapped: root.step.choose(modelData.code)
            }
        }
    }
}
