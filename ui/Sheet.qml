import QtQuick
import Kiosk.ViewModels
import "controls"

/** Over a screen, below its header, until it is closed: what was typed under it stays, and cannot be touched. */
Rectangle {
    required property Frame frame
    required property SheetsViewModel sheets

    color: Theme.bg

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }

    Rectangle {
        color: Theme.accent
        height: 6
        width: parent.width
    }
}
