import QtQuick
import QtQuick.Layouts

/** Text in a place that does not grow: what is too long stands on more lines, and smaller if it has to. */
Label {
    id: root

    readonly property bool long_: implicitWidth > width

    Layout.fillWidth: true
    Layout.maximumWidth: Math.ceil(implicitWidth)
    fontSizeMode: long_ ? Text.Fit : Text.FixedSize
    minimumPixelSize: Theme.least
    verticalAlignment: Text.AlignVCenter
    wrapMode: Text.WordWrap
}
