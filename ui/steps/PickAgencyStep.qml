import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** City, then agency; the place of enrolment stands above both. */
StepPage {
    id: root

    required property PickAgencyViewModel step

    wide: true

    RowsCard {
        icon: "pin"
        role: "registered"
        rows: root.step.registered
        strong: true
        visible: rows.length > 0

        onChosen: id => root.step.choose(id)
    }

    Item {
        height: Math.max(heading.height, change.visible ? change.height : 0)
        width: parent?.width ?? 0

        Heading {
            id: heading

            anchors.verticalCenter: parent.verticalCenter
            remark: root.step.cityName
            remarkAtRight: false
            text: root.step.heading
            width: parent.width - (change.visible ? change.width + 24 : 0)
        }

        SecondaryButton {
            id: change

            anchors.right: parent.right
            height: 96
            objectName: "up"
            size: Theme.label
            text: root.step.changeText
            visible: root.step.cityName !== ""
            width: 264

            onTapped: root.step.up()
        }
    }

    OptionGrid {
        options: root.step.rows
        room: root.height - y - 64

        onChosen: id => root.step.choose(id)
    }
}
