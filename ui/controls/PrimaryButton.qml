import QtQuick

/** The one way on. */
Button {
    color: !enabled ? Theme.disabled : pressed ? Theme.deep : Theme.accent
    ink: enabled ? Theme.inkOnAccent : Theme.disabledInk
}
