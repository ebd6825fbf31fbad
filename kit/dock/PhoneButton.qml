import QtQuick
import Kiosk.ViewModels
import "../../ui/controls"

/** A button on the phone. */
Button {
    property bool filled: true
    property ChannelColours colours: ChannelColours {
        contrast: Theme.contrast
    }

    activeFocusOnTab: false
    border.color: colours.accent
    border.width: filled ? 0 : 2
    color: filled ? (pressed ? colours.deep : colours.accent) : pressed ? colours.tint : Theme.surface
    implicitHeight: 84
    ink: filled ? colours.inkOnAccent : colours.accentInk
    radius: 16
    size: 32
}
