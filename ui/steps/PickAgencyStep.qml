import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** City, then agency; the place of enrolment stands above both. */
StepPage {
    id: root

    required property PickAgencyViewModel step

    gap: Theme.gap
    wide: true
    words: step

    RowsCard {
        icon: "pin"
        role: "registered"
        rows: root.step.registered
        strong: true
        visible: rows.length > 0

        onChosen: id => root.step.choose(id)
    }

    RowLayout {
        Layout.maximumWidth: Infinity
        spacing: Theme.gap

        Heading {
            remark: root.step.cityName
            remarkAtRight: false
            text: root.step.heading
        }

        SecondaryButton {
            Layout.minimumWidth: Theme.turnWidth
            Layout.preferredHeight: Math.min(Theme.fieldHeight, Theme.px(Theme.touch))
            objectName: "up"
            size: Theme.label
            text: root.step.changeText
            visible: root.step.cityName !== ""

            onTapped: root.step.up()
        }
    }

    OptionGrid {
        id: options

        leastColumns: root.landscape ? 2 : 1
        options: root.step.rows
        room: root.roomBeside(options)

        onChosen: id => root.step.choose(id)
    }
}
