import QtQuick
import Kiosk.ViewModels
import "controls"

/** Over a screen, below its header, until it is closed: what was typed under it stays, and cannot be touched. */
Overlay {
    required property Frame frame
    required property SheetsViewModel sheets

    color: Theme.bg

    onDismissed: sheets.close()

    Rectangle {
        color: Theme.accent
        height: 6
        width: parent.width
    }
}
