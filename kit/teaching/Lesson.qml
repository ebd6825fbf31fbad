pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "../../ui"

/** What lies over the terminal while it teaches: the panel at its foot, the ring and the hand; or what there is to learn. */
OverAll {
    id: root

    required property TeacherViewModel step

    readonly property bool learning: step.shown === "lesson"
    /** Another sheet lies over the screen. */
    readonly property bool covered: frame.shell.sheets.shown !== "" || frame.shell.speech.curtain

    // Beside a wide terminal it has a place of its own (LessonBeside.qml).
    kept: learning && !covered && !frame.landscape ? panel.implicitHeight : 0

    LessonPanel {
        id: panel

        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.frame.stripHeight
        compact: root.frame.covered > 0 || root.step.paying
        step: root.step
        visible: root.kept > 0
        width: parent.width
    }

    Pointer {
        anchors.fill: parent
        box: root.step.ring
        fingertip: root.step.fingertip
        knuckles: root.step.knuckles
        outline: root.step.outline
        visible: root.learning && !root.covered && root.step.ring.width > 0
    }

    Loader {
        active: !root.learning && !root.covered
        anchors.fill: parent
        anchors.bottomMargin: root.frame.stripHeight

        sourceComponent: root.step.shown === "list" ? list : report
    }

    Component {
        id: list

        LessonList {
            landscape: root.frame.landscape
            step: root.step
        }
    }

    Component {
        id: report

        LessonReport {
            step: root.step
        }
    }
}
