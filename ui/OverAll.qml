import QtQuick

/** What somebody else lays over the terminal's screen. */
Item {
    required property Frame frame

    /** So much of the screen's foot, above the strip, is its own. */
    property real kept: 0
}
