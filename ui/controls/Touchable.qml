import QtQuick

/** Whatever can be touched: a box that answers a tap begun and ended inside it. Keys tap it as well (`ui/focus.py`). */
Rectangle {
    id: root

    readonly property alias pressed: handler.pressed
    property string name: ""
    /** Whether it is a key of a keyboard: what that types into keeps Qt's focus. */
    property bool types: false

    signal tapped
    /** By a finger, and no key: it is tapped as well, next. */
    signal touched

    Accessible.focusable: true
    Accessible.name: name
    Accessible.role: Accessible.Button
    // Whatever has the focus keeps it until another takes it: a screen may go while something on it is in use.
    activeFocusOnTab: activeFocus || (!types && enabled && visible)
    antialiasing: true

    Accessible.onPressAction: Reader.pressed(root)

    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds
        // However long a finger rests, or the terminal takes meanwhile, it is a tap.
        longPressThreshold: 0

        onTapped: {
            root.touched();
            root.tapped();
        }
    }
}
