import QtQuick
import Kiosk.ViewModels
import "controls"

/** The window: the terminal's screen as large as fits, and beside it a place for the demonstration's dock. */
Window {
    id: root

    required property ShellViewModel shell
    property bool landscape: false
    /** How far the picture is turned clockwise, in degrees: a panel may hang on its side, or upside down. */
    property int turned: 0
    /** How many times as wide as high the window was asked for: beside a dock the terminal stays so. */
    property real asked: 0
    /** What stands beside the terminal, and what it shows; nothing in a hall. */
    property url beside: ""
    property QtObject besideModel: null
    /** What lies over it all; nothing in service. */
    property url over: ""
    property QtObject overModel: null
    /** It is closed by nobody who stands before it, whatever keys they have. */
    property bool held: false
    /** What the keyboard shows. */
    property QtObject keys: null

    /** A screen reader wants what a finger does at a control. */
    signal pressed(control: Item)

    readonly property alias holder: frame.holder
    readonly property real besideWidth: place.implicitWidth
    /** It has all that the terminal leaves, which stands whole. */
    readonly property real besideRoom: besideWidth > 0 && fit > 0 ? Math.max(besideWidth, across / fit - frame.width) : 0
    readonly property real across: stage.width
    readonly property real down: stage.height
    readonly property real proportion: besideWidth > 0 || down === 0 ? asked : across / down
    readonly property real fit: Math.min(across / (frame.width + besideWidth), down / frame.height)

    /** Loads what the first picture did without. */
    function complete(): void {
        frame.complete(keys);
    }

    color: Theme.strip
    title: shell.header.title

    onActiveFocusItemChanged: if (activeFocusItem === null || activeFocusItem === contentItem)
        frame.forceActiveFocus()
    onClosing: close => close.accepted = !held
    onOverChanged: frame.lay(over, overModel)
    onBesideChanged: place.setSource(beside, {
        step: besideModel
    })
    onBesideWidthChanged: if (visibility === Window.Windowed)
        width = Math.ceil(height / frame.height * (frame.width + besideWidth))

    Connections {
        function onPressed(control: Item): void {
            root.pressed(control);
        }

        target: Reader
    }

    Binding {
        property: "landscape"
        target: place.item
        value: root.landscape
        when: place.item !== null
    }

    /** The panel as whoever stands before it sees it. */
    Item {
        id: stage

        readonly property bool aside: root.turned % 180 !== 0

        anchors.centerIn: parent
        height: aside ? root.width : root.height
        rotation: root.turned
        width: aside ? root.height : root.width

        Item {
            height: frame.height
            scale: root.fit
            transformOrigin: Item.TopLeft
            width: frame.width + root.besideRoom
            x: (root.across - width * root.fit) / 2
            y: (root.down - height * root.fit) / 2

            Frame {
                id: frame

                landscape: root.landscape
                proportion: root.proportion
                shell: root.shell
            }

            Loader {
                id: place

                anchors.left: frame.right
                height: frame.height
                width: root.besideRoom
            }
        }
    }
}
