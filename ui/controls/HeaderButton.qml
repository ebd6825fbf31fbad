import QtQuick

/** Back and Home, on the header. */
Button {
    border.color: "#FFFFFF"
    border.width: pressed ? 4 : 0
    color: Theme.deep
    implicitHeight: Math.min(Theme.fieldHeight, 120)
    implicitWidth: 176 * Theme.titleScale
    ink: "#FFFFFF"
    size: Theme.frameLabel
}
