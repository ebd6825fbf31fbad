import QtQuick

/** Whatever can be touched: a box that answers a tap begun and ended inside it, and Return or Space. */
Rectangle {
    id: root

    readonly property alias pressed: handler.pressed
    property string name: ""
    /** Whether the ring is around it. */
    property bool ringed: activeFocus

    signal tapped

    Accessible.focusable: true
    Accessible.name: name
    Accessible.role: Accessible.Button
    // Whatever has the focus keeps it until another takes it: a screen may go while something on it is in use.
    activeFocusOnTab: activeFocus || (enabled && visible)
    antialiasing: true

    Accessible.onPressAction: tapped()
    Keys.onEnterPressed: tapped()
    Keys.onReturnPressed: tapped()
    Keys.onSpacePressed: tapped()

    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds
        // However long a finger rests, or the terminal takes meanwhile, it is a tap.
        longPressThreshold: 0

        onTapped: root.tapped()
    }

    FocusRing {
        around: root.radius
        visible: root.ringed
    }
}
