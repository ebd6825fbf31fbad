pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "cards"
import "controls"

/** The terminal's screen, 1080×1920 or 1920×1080: header, context, the step that the host puts into `holder`, strip. */
Rectangle {
    id: root

    required property ShellViewModel shell

    /** Wide and low instead of high and narrow. */
    required property bool landscape
    /** What is being typed, in words. */
    property string typing: ""

    readonly property alias holder: holder
    /** How much of the content the keyboard covers, from its foot. */
    readonly property real covered: keyboard.height > 0 ? strip.y - keyboard.y : 0
    readonly property bool home: shell.welcoming

    /** Keyboard.qml, once the first picture is there. */
    function addKeyboard(source: url, keys: QtObject): void {
        keyboard.setSource(source, {
            board: keys,
            frame: root
        });
    }

    function move(forward: bool): void {
        const from = root.Window.activeFocusItem ?? holder;
        from.nextItemInFocusChain(forward)?.forceActiveFocus(Qt.TabFocusReason);
    }

    clip: true
    color: Theme.bg
    objectName: "terminal"
    focus: true
    height: landscape ? 1080 : 1920
    width: landscape ? 1920 : 1080

    Keys.onDownPressed: move(true)
    Keys.onLeftPressed: move(false)
    Keys.onRightPressed: move(true)
    Keys.onUpPressed: move(false)

    Binding {
        property: "channel"
        target: Theme
        value: root.shell.channel
    }

    Binding {
        property: "unit"
        target: Theme
        value: root.shell.unit
    }

    Item {
        id: holder

        objectName: "holder"
        height: strip.y - y
        width: root.width
        y: root.home ? banner.y + banner.height : root.landscape ? header.height : header.height + context.height
    }

    HomeHeader {
        id: homeHeader

        anchors.left: parent.left
        anchors.right: parent.right
        date: root.shell.date
        landscape: root.landscape
        subtitle: root.shell.subtitle
        time: root.shell.time
        title: root.shell.title
        visible: root.home
    }

    DemoBanner {
        id: banner

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: homeHeader.bottom
        height: root.shell.demoText ? implicitHeight : 0
        tag: root.shell.demoTag
        text: root.shell.demoText
        visible: root.home && root.shell.demoText !== ""
    }

    Header {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        landscape: root.landscape
        shell: root.shell
        visible: !root.home
    }

    ContextBar {
        id: context

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        shell: root.shell
        visible: !root.home && !root.landscape
    }

    StatusStrip {
        id: strip

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        landscape: root.landscape
        objectName: "strip"
        shell: root.shell
    }

    Loader {
        id: keyboard

        width: root.landscape ? 1216 : root.width
        x: root.landscape ? Theme.margin : 0
        y: strip.y - height - (root.landscape ? 0 : Theme.buttonHeight + 48)
    }

    Loader {
        id: warning

        active: false
        anchors.fill: parent

        sourceComponent: Warning {
            shell: root.shell

            onClosed: warning.active = false
        }
    }

    Loader {
        active: root.shell.brokenOff
        anchors.fill: parent

        sourceComponent: BrokenOff {
            shell: root.shell
        }
    }

    Connections {
        function onChanged(): void {
            if (root.shell.warning > 0)
                warning.active = true;
        }

        function onMoved(): void {
            warning.active = false;
        }

        target: root.shell
    }
}
