import QtQuick

/** Text that stands on lines of about the same length where it does not fit on one. */
Label {
    /** As wide as it may be. */
    required property real room

    width: implicitWidth > room ? Math.min(room, implicitWidth / Math.ceil(implicitWidth / room) + font.pixelSize) : room
    wrapMode: Text.Wrap
}
