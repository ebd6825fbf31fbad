import QtQuick

/** A key of the keypad: a large character, or a word with an icon. */
Touchable {
    id: root

    required property string text
    property string icon: ""
    property bool upright: false
    property int size: Theme.outcome

    border.color: upright ? Theme.accent : Theme.control
    border.width: upright ? Theme.controlWidth : Theme.edgeWidth
    color: upright || pressed ? Theme.tint : Theme.surface
    implicitHeight: Theme.keyHeight
    name: text
    radius: Theme.fieldRadius
    types: true

    Grid {
        anchors.centerIn: parent
        columns: root.icon && !root.upright ? 2 : 1
        horizontalItemAlignment: Grid.AlignHCenter
        spacing: 14
        verticalItemAlignment: Grid.AlignVCenter

        Icon {
            color: root.upright ? Theme.accentInk : Theme.ink
            name: root.icon
            size: 48
            weight: 4.4
        }

        Label {
            color: root.upright ? Theme.accentInk : Theme.ink
            font.bold: true
            font.pixelSize: root.size
            fontSizeMode: Text.Fit
            height: Math.min(implicitHeight, root.height - Theme.hair - (root.icon && root.upright ? 62 : 0))
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.least
            text: root.text
            verticalAlignment: Text.AlignVCenter
            width: Math.min(implicitWidth, root.width - (root.icon && !root.upright ? 78 : Theme.hair))
            wrapMode: Text.WordWrap
        }
    }
}
