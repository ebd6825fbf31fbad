import QtQuick
import "../../ui/controls"

/** One position of a lever, one row to choose on the phone, or a button of the dock. */
Touchable {
    id: root

    required property string text
    property string caption: ""
    property bool chosen: false
    /** Chosen, and not as it was at first; or the one thing to do. */
    property bool filled: false
    property int size: 28
    property color accent: Theme.demo
    property color inkFilled: "#FFFFFF"
    readonly property color ink: filled ? inkFilled : !chosen ? Theme.ink : accent === Theme.demo ? Theme.demoInk : accent

    activeFocusOnTab: false
    border.color: chosen || filled ? accent : Theme.control
    border.width: chosen || filled ? 4 : 2
    color: filled ? accent : pressed ? Theme.sunken : Theme.surface
    implicitHeight: caption ? 92 : 64
    implicitWidth: line.implicitWidth + 32
    name: text
    opacity: pressed && filled ? 0.8 : 1
    radius: 14

    Column {
        id: lines

        anchors.centerIn: parent

        Row {
            id: line

            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 8

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: root.ink
                name: "tick"
                size: 24
                visible: root.chosen
                weight: 6
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                color: root.ink
                font.bold: root.chosen || root.filled
                font.pixelSize: root.size
                text: root.text
                width: Math.min(implicitWidth, root.width > 0 ? root.width - 20 : implicitWidth)
            }
        }

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.ink2
            font.pixelSize: 28
            text: root.caption
            visible: text !== ""
        }
    }
}
