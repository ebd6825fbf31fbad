import QtQuick
import QtQuick.VirtualKeyboard.Styles
import "../../../../../controls"

/** A key of the keyboard as our keypad's look: a white box with a large character, a word or an icon. */
KeyPanel {
    id: root

    property string icon: ""
    property string text: icon ? "" : control.displayText
    /** The key that ends the typing. */
    property bool strong: false
    /** A key that is switched on, such as capitals. */
    property bool lit: false

    readonly property color ink: !control.enabled ? Theme.disabledInk : strong || lit ? Theme.accentInk : Theme.ink

    Rectangle {
        anchors.fill: parent
        anchors.margins: 6
        antialiasing: true
        border.color: root.strong || root.lit ? Theme.accent : Theme.control
        border.width: root.strong || root.lit ? Theme.controlWidth : Theme.edgeWidth
        color: !root.control.enabled ? Theme.disabled : root.control.pressed && root.strong ? Theme.edge : root.strong || root.lit || root.control.pressed ? Theme.tint : Theme.surface
        radius: Theme.fieldRadius

        Icon {
            anchors.centerIn: parent
            color: root.ink
            name: root.icon
            size: 48
            weight: 4.4
        }

        Label {
            anchors.centerIn: parent
            color: root.ink
            font.bold: true
            font.pixelSize: text.length > 2 ? Theme.caption : text.length > 1 ? Theme.label : Theme.heading
            text: root.text
        }
    }
}
