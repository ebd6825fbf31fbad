import QtQuick

/** A word in a filled box, such as the demonstration's. */
Rectangle {
    id: root

    required property string text
    property color ink: Theme.inkOnDeep

    antialiasing: true
    color: Theme.demo
    implicitHeight: 48 * Theme.titleScale
    implicitWidth: label.implicitWidth + 32
    radius: 10

    Label {
        id: label

        anchors.centerIn: parent
        color: root.ink
        font.bold: true
        font.pixelSize: Theme.frameSmall
        text: root.text
    }
}
