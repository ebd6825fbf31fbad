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
    /** Back and Home stand at the foot. */
    readonly property bool low: reach.active
    /** Where the content ends. */
    readonly property real foot: reach.active ? reach.y : strip.y - kept
    /** What lies over the screen, and keeps so much of its foot for itself; nothing in service. */
    readonly property real kept: (over.item as OverAll)?.kept ?? 0
    readonly property real stripHeight: strip.height
    /** Where what lies over a screen, below its header, begins. */
    readonly property real headerHeight: home ? homeHeader.height : (landscape ? 136 : 184) * Theme.titleScale

    /** Loads what the first picture did without. */
    function complete(keys: QtObject): void {
        const place = {
            shell: root.shell,
            frame: root
        };
        top.setSource("Top.qml", place);
        sheets.setSource("Over.qml", place);
        keyboard.setSource("Keyboard.qml", {
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
        y: root.home ? banner.y + banner.height : top.height
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

    Loader {
        id: top

        anchors.left: parent.left
        anchors.right: parent.right
        visible: !root.home
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

    Loader {
        id: sheets

        anchors.fill: parent
    }

    Loader {
        id: over

        anchors.fill: parent
    }

    FocusRing {
        objectName: "ring"
        visible: false
    }
}
