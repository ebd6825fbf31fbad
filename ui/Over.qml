pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels

/** What may lie over a screen, the last above the others. */
Item {
    id: root

    required property ShellViewModel shell
    required property Frame frame

    /** Where the strip begins. */
    readonly property real foot: height - frame.stripHeight

    // Below all that is laid over a screen: nothing of that is anybody's.
    Loader {
        active: root.shell.speech.curtain
        height: root.foot
        width: root.width

        sourceComponent: Curtain {
            calling: root.shell.calling
            curtain: root.shell.curtain
            landscape: root.frame.landscape
            speech: root.shell.speech
        }
    }

    Loader {
        active: root.shell.sheets.shown === "access"
        height: root.foot - y
        width: root.width
        y: root.frame.headerHeight

        sourceComponent: AccessSheet {
            access: root.shell.access
            frame: root.frame
            pace: root.shell.pace
            sheets: root.shell.sheets
            speech: root.shell.speech
        }
    }

    Loader {
        active: root.shell.sheets.shown === "help"
        height: root.foot - y
        width: root.width
        y: root.frame.headerHeight

        sourceComponent: HelpSheet {
            calling: root.shell.calling
            frame: root.frame
            help: root.shell.help
            sheets: root.shell.sheets
        }
    }

    Loader {
        active: root.shell.attract.shown
        height: root.foot
        width: root.width

        sourceComponent: Attract {
            attract: root.shell.attract
            frame: root.frame
            header: root.shell.header
            help: root.shell.help
            home: root.shell.navigation.welcome
            strip: root.shell.strip
        }
    }

    Loader {
        active: root.shell.goingHome.asks
        anchors.fill: parent

        sourceComponent: GoHome {
            frame: root.frame
            going: root.shell.goingHome
        }
    }

    Loader {
        id: warning

        active: false
        anchors.fill: parent

        sourceComponent: Warning {
            frame: root.frame
            idle: root.shell.idle
            unpaid: root.shell.goingHome.unpaid

            onClosed: warning.active = false
            onEnded: root.shell.goingHome.leave()
        }
    }

    Loader {
        active: root.shell.brokenOff.shown
        anchors.fill: parent

        sourceComponent: BrokenOff {
            brokenOff: root.shell.brokenOff
        }
    }

    Loader {
        active: root.shell.speech.asks
        anchors.fill: parent

        sourceComponent: Unplugged {
            speech: root.shell.speech
        }
    }

    Loader {
        active: root.shell.frozen.shown
        anchors.fill: parent

        sourceComponent: Frozen {
            frozen: root.shell.frozen
        }
    }

    Connections {
        function onChanged(): void {
            if (root.shell.idle.warning > 0)
                warning.active = true;
        }

        target: root.shell.idle
    }

    Connections {
        function onMoved(): void {
            warning.active = false;
        }

        target: root.shell.navigation
    }
}
