import QtQuick

/** Another way on, outlined. */
Button {
    border.color: enabled ? Theme.accent : Theme.control
    border.width: Theme.controlWidth
    color: !enabled ? Theme.disabled : pressed ? Theme.tint : Theme.surface
    ink: enabled ? Theme.accentInk : Theme.disabledInk
}
