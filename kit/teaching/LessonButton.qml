import QtQuick
import "../../ui/controls"

/** A button of the teacher's, outlined; filled where it is what to do now. */
Button {
    property bool primary: false

    border.color: Theme.demo
    border.width: primary ? 0 : Theme.controlWidth
    color: primary ? (pressed ? Theme.demoInk : Theme.demo) : pressed ? Theme.demoTint : Theme.surface
    ink: primary ? Theme.inkOnDeep : Theme.demoInk
}
