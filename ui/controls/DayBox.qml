import QtQuick

/** A day of a calendar. */
Touchable {
    id: root

    required property string text
    required property bool chosen
    /** What today is marked with. */
    required property string today

    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.ignored: text === ""
    Accessible.role: Accessible.RadioButton
    border.color: chosen ? Theme.accent : Theme.control
    border.width: !enabled ? 0 : chosen ? Theme.chosenWidth : Theme.edgeWidth
    color: text === "" ? "transparent" : !enabled ? Theme.disabled : chosen || pressed ? Theme.tint : Theme.surface
    name: text
    radius: Theme.fieldRadius

    Column {
        anchors.centerIn: parent

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            color: !root.enabled ? Theme.disabledInk : root.chosen ? Theme.accentInk : Theme.ink
            font.bold: root.chosen
            font.pixelSize: Theme.frameRow
            text: root.text
        }

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.ink2
            font.pixelSize: Theme.frameSmall
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.least
            text: root.today
            width: Math.min(implicitWidth, root.width - Theme.hair)
            visible: text !== "" && root.height > 100
        }
    }
}
