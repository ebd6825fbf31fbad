import QtQuick

/** A heading. */
Label {
    font.bold: true
    font.pixelSize: Theme.heading
}
