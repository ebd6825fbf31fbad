import QtQuick

/** What lies over a screen: no touch goes through it, and the focus stays in it until it is gone. */
Rectangle {
    id: root

    /** What it is about, as it is read out. */
    required property string name
    /** By which it is known. */
    readonly property bool overlay: true
    /** Whether it is moved by the arrows up and down, as it is longer than the screen: its controls stand in one line. */
    property bool scrolls: false
    /** What has the focus at first, if it is not what is read first. */
    property Item start: null
    readonly property alias pressed: handler.pressed
    property alias gesturePolicy: handler.gesturePolicy

    /** A finger was beside everything that it shows. */
    signal away
    /** The key Back. */
    signal dismissed
    /** An arrow: 1 is down. */
    signal scrolled(by: int)

    Accessible.name: name
    Accessible.role: Accessible.Dialog

    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.away()
    }
}
