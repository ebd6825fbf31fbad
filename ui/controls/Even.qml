import QtQuick

/** Text that stands on lines of about the same length where it does not fit on one; `whole`, it is written smaller. */
Label {
    /** As wide as it may be. */
    required property real room
    property bool whole: false

    fontSizeMode: whole ? Text.HorizontalFit : Text.FixedSize
    minimumPixelSize: Theme.least
    width: whole ? room : implicitWidth > room ? Math.min(room, implicitWidth / Math.ceil(implicitWidth / room) + font.pixelSize) : room
    wrapMode: whole ? Text.WordWrap : Text.Wrap
}
