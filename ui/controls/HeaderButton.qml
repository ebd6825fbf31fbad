import QtQuick

/** Back and Home, on the header. */
Button {
    border.color: "#FFFFFF"
    border.width: pressed ? 4 : 0
    color: Theme.deep
    implicitHeight: Theme.fieldHeight
    implicitWidth: 176
    ink: "#FFFFFF"
    size: Theme.label
}
