pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "cards"
import "controls"

/**
 * The terminal's screen: header, context, the step that the host puts into `holder`, strip. 1080×1920; or 1920×1080, and
 * where the window is nearly square as narrow as that, from 1440×1152 on.
 */
Rectangle {
    id: root

    required property ShellViewModel shell

    /** Wide and low instead of high and narrow. */
    required property bool landscape
    /** How many times as wide as high the window is. */
    property real proportion: 0
    /** Wide, but not so much: the column at the right is narrower, and the keyboard lies below both. */
    readonly property bool squat: landscape && proportion > 0 && proportion < 1.5
    /** Where words are larger the buttons would take the room of what is typed: the keyboard's 完成 brings them back. */
    readonly property bool buried: squat && Theme.scale > 1 && keyboard.height > 0
    /** What is being typed, in words. */
    property string typing: ""

    readonly property alias holder: holder
    /** For what a step lays over all of the screen, its frame included. */
    readonly property alias aloft: aloft
    /** How much of the content the keyboard covers, from its foot; nothing of a sheet, which lies over it. */
    readonly property real covered: keyboard.height > 0 && shell.sheets.shown === "" ? foot - keyboard.y : 0
    readonly property bool home: shell.navigation.welcoming
    /** Where the content ends. */
    readonly property real foot: reach.active ? reach.y : strip.y - kept
    /** What lies over the screen, and keeps so much of its foot for itself; nothing in service. */
    readonly property real kept: (over.item as OverAll)?.kept ?? 0
    readonly property real stripHeight: strip.height
    /** Where what lies over a screen, below its header, begins. */
    readonly property real headerHeight: home ? homeHeader.height : header.height

    /** Keyboard.qml, once the first picture is there. */
    function addKeyboard(source: url, keys: QtObject): void {
        keyboard.setSource(source, {
            board: keys,
            frame: root
        });
    }

    /** Something of somebody else's over it all. */
    function lay(source: url, model: QtObject): void {
        over.setSource(source, {
            step: model,
            frame: root
        });
    }

    clip: true
    color: Theme.bg
    objectName: "terminal"
    focus: true
    height: !landscape ? 1920 : squat ? 1152 : 1080
    width: !landscape ? 1080 : squat ? Math.max(1440, Math.round(height * proportion)) : 1920

    Binding {
        property: "channel"
        target: Theme
        value: root.shell.navigation.channel
    }

    Binding {
        property: "scale"
        target: Theme
        value: root.shell.access.scale
    }

    Binding {
        property: "contrast"
        target: Theme
        value: root.shell.access.contrast
    }

    Binding {
        property: "unit"
        target: Theme
        value: root.shell.unit
    }

    Item {
        id: holder

        objectName: "holder"
        height: root.foot - y
        width: root.width
        y: root.home ? banner.y + banner.height : header.height + (desk.visible ? desk.height : root.landscape ? 0 : context.height)
    }

    HomeHeader {
        id: homeHeader

        anchors.left: parent.left
        anchors.right: parent.right
        date: root.shell.strip.date
        landscape: root.landscape
        subtitle: root.shell.header.subtitle
        time: root.shell.strip.clock
        title: root.shell.header.title
        visible: root.home
    }

    DemoBanner {
        id: banner

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: homeHeader.bottom
        height: root.shell.strip.demoText ? implicitHeight : 0
        tag: root.shell.strip.demoTag
        text: root.shell.strip.demoText
        visible: root.home && root.shell.strip.demoText !== ""
    }

    Header {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        goingHome: root.shell.goingHome
        header: root.shell.header
        navigation: root.shell.navigation
        progress: root.shell.progress
        served: root.shell.served
        leaving: root.shell.idle.leaving
        landscape: root.landscape
        low: reach.active
        squat: root.squat
        visible: !root.home
    }

    ContextBar {
        id: context

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        leaving: root.shell.idle.leaving
        progress: root.shell.progress
        served: root.shell.served
        visible: !root.home && !root.landscape && !desk.visible
    }

    StaffTabs {
        id: desk

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        desk: root.shell.staffDesk
        landscape: root.landscape
        visible: root.shell.staffDesk.shown
    }

    StatusStrip {
        id: strip

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        door: root.shell.staffDoor
        navigation: root.shell.navigation
        landscape: root.landscape
        objectName: "strip"
        shell: root.shell
        strip: root.shell.strip
    }

    Loader {
        id: reach

        active: root.shell.access.low && !root.landscape && !root.home
        anchors.bottom: strip.top
        anchors.bottomMargin: root.kept
        width: root.width

        sourceComponent: LowReach {
            goingHome: root.shell.goingHome
            header: root.shell.header
            navigation: root.shell.navigation
        }
    }

    Loader {
        id: keyboard

        width: root.squat ? root.width - 2 * Theme.margin : root.landscape ? 1216 : root.width
        x: root.landscape ? Theme.margin : 0
        y: root.foot - height - (root.landscape && (!root.squat || root.buried) ? 0 : Theme.buttonHeight + 48)
    }

    Item {
        id: aloft

        anchors.fill: parent
    }

    // Below all that is laid over a screen: nothing of that is anybody's.
    Loader {
        active: root.shell.speech.curtain
        height: strip.y
        width: root.width

        sourceComponent: Curtain {
            calling: root.shell.calling
            curtain: root.shell.curtain
            landscape: root.landscape
            speech: root.shell.speech
        }
    }

    Loader {
        active: root.shell.sheets.shown === "access"
        height: strip.y - y
        width: root.width
        y: root.headerHeight

        sourceComponent: AccessSheet {
            access: root.shell.access
            frame: root
            pace: root.shell.pace
            sheets: root.shell.sheets
            speech: root.shell.speech
        }
    }

    Loader {
        active: root.shell.sheets.shown === "help"
        height: strip.y - y
        width: root.width
        y: root.headerHeight

        sourceComponent: HelpSheet {
            calling: root.shell.calling
            frame: root
            help: root.shell.help
            sheets: root.shell.sheets
        }
    }

    Loader {
        active: root.shell.attract.shown
        height: strip.y
        width: root.width

        sourceComponent: Attract {
            attract: root.shell.attract
            frame: root
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
            frame: root
            going: root.shell.goingHome
        }
    }

    Loader {
        id: warning

        active: false
        anchors.fill: parent

        sourceComponent: Warning {
            frame: root
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

    Loader {
        id: over

        anchors.fill: parent
    }

    FocusRing {
        objectName: "ring"
        visible: false
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
