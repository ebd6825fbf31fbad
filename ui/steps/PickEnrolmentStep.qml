import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** What one is enrolled in at the chosen agency: one row of it, then on. */
StepPage {
    id: root

    required property PickEnrolmentViewModel step

    primary: step.submitText
    words: step

    onNext: step.submit()

    Heading {
        text: root.step.heading
    }

    EmptyCard {
        text: root.step.nothing
    }

    RowsCard {
        choosing: true
        role: "option"
        rows: root.step.rows
        visible: rows.length > 0

        onChosen: id => root.step.choose(id)
    }

    ErrorLine {
        objectName: "text.error.enrolment"
        text: root.step.error
    }
}
