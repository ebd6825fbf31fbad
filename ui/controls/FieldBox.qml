import QtQuick

/** The box of a field: its border tells what is typed into and what is wrong. */
Touchable {
    property bool wrong: false
    property bool typing: false

    Accessible.role: Accessible.EditableText
    border.color: wrong ? Theme.error : typing ? Theme.ink : Theme.control
    border.width: wrong || typing ? Theme.errorWidth : Theme.controlWidth
    color: enabled ? Theme.surface : Theme.disabled
    implicitHeight: Theme.fieldHeight
    radius: Theme.fieldRadius
}
