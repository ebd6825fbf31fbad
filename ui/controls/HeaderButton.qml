import QtQuick

/** Back and Home, on the header. */
Button {
    border.color: "#FFFFFF"
    border.width: pressed ? 4 : 0
    color: Theme.deep
    implicitHeight: Math.min(Theme.fieldHeight, 120)
    implicitWidth: Theme.titleScale * Math.max(176, Math.min(natural / Theme.titleScale, 216))
    ink: "#FFFFFF"
    size: Theme.frameLabel
}
