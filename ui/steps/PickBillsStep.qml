pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** What is owed, to be ticked, and what the ticked rows come to. */
StepPage {
    id: root

    required property PickBillsViewModel step

    gap: Theme.gap
    primary: step.submitText
    primaryEnabled: step.ready
    words: step

    onNext: step.submit()

    after: AmountCard {
        figure: root.step.amount
        title: root.step.amountLabel
        visible: root.step.rows.length > 0
    }

    ErrorCard {
        text: root.step.problem
        waiting: root.step.loading
    }

    EmptyCard {
        icon: "tick"
        text: root.step.nothing
    }

    Heading {
        size: Theme.field
        text: root.step.rows.length > 0 ? root.step.heading : ""
    }

    FitGrid {
        id: bills

        count: root.step.rows.length
        least: Theme.px(116)
        most: Theme.px(132)
        room: root.roomBeside(bills)

        Rows {
            id: list

            rows: root.step.rows

            BillRow {
                required property int index
                readonly property var modelData: list.held[index]

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.minimumHeight: bills.cellHeight
                amount: modelData.amount
                caption: modelData.caption
                chosen: modelData.chosen
                objectName: "row." + modelData.id
                title: modelData.title

                onTapped: root.step.toggle(modelData.id)
            }
        }
    }
}
