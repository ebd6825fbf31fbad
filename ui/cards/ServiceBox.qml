import QtQuick
import QtQuick.Layouts
import "../controls"

/** Whether a service can be done: yes, with a doubt, or no; and why. */
Rectangle {
    id: root

    required property string title
    required property string caption
    /** good, doubt or bad */
    required property string tone

    readonly property bool good: tone === "good"
    readonly property bool bad: tone === "bad"
    readonly property color ink: good ? Theme.ok : bad ? Theme.errorInk : Theme.warnInk

    Layout.fillHeight: true
    Layout.fillWidth: true
    antialiasing: true
    border.color: good ? Theme.okEdge : bad ? Theme.error : Theme.warnEdge
    border.width: bad ? Theme.errorWidth : Theme.controlWidth
    color: good ? Theme.okTint : bad ? Theme.errorTint : Theme.warnTint
    implicitHeight: Math.max(Theme.px(128), lines.implicitHeight + 2 * Theme.space)
    radius: Theme.buttonRadius

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: 14
        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
        name: root.good ? "tick" : root.bad ? "cross" : "warning"
        size: 44 * Theme.titleScale
        weight: 4.6
    }

    ColumnLayout {
        id: lines

        anchors.left: sign.right
        anchors.leftMargin: 10
        anchors.right: parent.right
        anchors.rightMargin: Theme.hair
        anchors.verticalCenter: parent.verticalCenter
        spacing: -2

        Title {
            Layout.fillWidth: true
            color: root.ink
            font.pixelSize: Theme.label
            text: root.title
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.small
            text: root.caption
            visible: text !== ""
            wrapMode: Text.Wrap
        }
    }
}
