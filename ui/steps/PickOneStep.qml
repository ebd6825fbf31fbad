import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"

/** One of several rows. */
StepPage {
    id: root

    required property PickOneViewModel step

    wide: true

    EmptyCard {
        text: root.step.nothing
    }

    OptionGrid {
        options: root.step.rows
        room: root.height - 64

        onChosen: id => root.step.choose(id)
    }
}
