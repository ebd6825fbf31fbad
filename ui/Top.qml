import QtQuick
import Kiosk.ViewModels

/** Above a step: the header, and below it the visit's context or the staff's tabs. Home has a header of its own. */
Item {
    id: root

    required property ShellViewModel shell
    required property Frame frame

    implicitHeight: header.height + (shell.staffDesk.shown ? desk.height : frame.landscape ? 0 : context.height)

    Header {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        goingHome: root.shell.goingHome
        header: root.shell.header
        height: root.frame.headerHeight
        landscape: root.frame.landscape
        leaving: root.shell.idle.leaving
        low: root.frame.low
        navigation: root.shell.navigation
        progress: root.shell.progress
        served: root.shell.served
        squat: root.frame.squat
    }

    ContextBar {
        id: context

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        leaving: root.shell.idle.leaving
        progress: root.shell.progress
        served: root.shell.served
        visible: !root.frame.landscape && !desk.visible
    }

    StaffTabs {
        id: desk

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        desk: root.shell.staffDesk
        landscape: root.frame.landscape
        visible: root.shell.staffDesk.shown
    }
}
