pragma Singleton

import QtQuick

/** Whoever reads the screen to somebody and acts for them: what they press is asked of the window. */
QtObject {
    signal pressed(control: Item)
}
