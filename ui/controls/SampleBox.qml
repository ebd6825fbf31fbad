import QtQuick

/** A size to choose, as a word of that size shows it; below it what it is called. */
Touchable {
    id: root

    required property string sample
    required property real size
    required property string text
    required property bool chosen

    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.role: Accessible.RadioButton
    border.color: chosen ? Theme.accent : Theme.control
    border.width: chosen ? Theme.chosenWidth : Theme.controlWidth
    color: chosen || pressed ? Theme.tint : Theme.surface
    implicitHeight: 168
    name: text
    radius: Theme.buttonRadius

    Label {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -32
        color: root.chosen ? Theme.accentInk : Theme.ink
        font.pixelSize: root.size
        text: root.sample
    }

    ChosenName {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space
        anchors.horizontalCenter: parent.horizontalCenter
        chosen: root.chosen
        room: root.width - Theme.space
        text: root.text
    }
}
