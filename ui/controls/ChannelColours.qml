import QtQuick

/** The five colours of a channel; those of Home and of the tax channel unless said otherwise. */
QtObject {
    property color accent: "#143F7D"
    property color deep: "#0D2D5C"
    property color accentInk: "#123A74"
    property color tint: "#E7EDF6"
    property color edge: "#A3B7D3"
}
