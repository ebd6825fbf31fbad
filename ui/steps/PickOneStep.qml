import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** One of several rows. */
StepPage {
    id: root

    required property PickOneViewModel step

    gap: Theme.gap
    wide: true
    words: step

    EmptyCard {
        text: root.step.nothing
    }

    OptionGrid {
        leastColumns: root.landscape ? 2 : 1
        options: root.step.rows
        room: root.room

        onChosen: id => root.step.choose(id)
    }
}
