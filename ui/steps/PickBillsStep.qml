pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** What is owed, to be ticked, and what the ticked rows come to. */
StepPage {
    id: root

    required property PickBillsViewModel step

    primary: step.submitText
    primaryEnabled: step.ready

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
        id: heading

        size: Theme.field
        text: root.step.rows.length > 0 ? root.step.heading : ""
    }

    FitGrid {
        id: bills

        count: root.step.rows.length
        least: 116
        most: Theme.px(132)
        room: root.room - heading.height - Theme.gap

        Rows {
            id: list

            rows: root.step.rows

            BillRow {
                required property int index
                readonly property var modelData: list.held[index]

                amount: modelData.amount
                caption: modelData.caption
                chosen: modelData.chosen
                height: bills.cellHeight
                objectName: "row." + modelData.id
                title: modelData.title
                width: bills.cellWidth

                onTapped: root.step.toggle(modelData.id)
            }
        }
    }
}
