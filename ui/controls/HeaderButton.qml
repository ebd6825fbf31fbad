import QtQuick

/** Back and Home, on the header. */
Button {
    border.color: pressed ? Theme.headerButtonInk : Theme.headerButtonEdge
    border.width: pressed ? 4 : 2
    color: Theme.headerButton
    implicitHeight: Math.min(Theme.fieldHeight, 120)
    implicitWidth: Theme.titleScale * Math.max(176, Math.min(natural / Theme.titleScale, 216))
    ink: Theme.headerButtonInk
    size: Theme.frameLabel
}
