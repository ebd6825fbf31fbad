import QtQuick
import QtQuick.Layouts
import "../controls"

/** A figure with what it is of, and a remark; good, in doubt, or plain. */
Rectangle {
    id: root

    required property string title
    required property string figure
    property string caption: ""
    property string icon: ""
    property string tone: "plain"

    readonly property color ink: tone === "good" ? Theme.ok : tone === "doubt" ? Theme.warnInk : Theme.ink

    Layout.fillHeight: true
    Layout.fillWidth: true
    antialiasing: true
    border.color: tone === "good" ? Theme.okEdge : tone === "doubt" ? Theme.warnEdge : Theme.line
    border.width: tone === "plain" ? Theme.edgeWidth : Theme.controlWidth
    color: tone === "good" ? Theme.okTint : tone === "doubt" ? Theme.warnTint : Theme.surface
    implicitHeight: lines.implicitHeight + 2 * Theme.space
    radius: Theme.buttonRadius

    ColumnLayout {
        id: lines

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.space
        anchors.top: parent.top
        anchors.topMargin: Theme.space
        spacing: 0

        RowLayout {
            spacing: 12

            Icon {
                Layout.preferredHeight: size
                Layout.preferredWidth: size
                color: root.tone === "plain" ? Theme.accentInk : root.ink
                name: root.icon || (root.tone === "good" ? "tick" : root.tone === "doubt" ? "warning" : "")
                size: 32
                visible: name !== ""
            }

            Label {
                Layout.fillWidth: true
                color: root.ink
                font.pixelSize: Theme.small
                text: root.title
                wrapMode: Text.Wrap
            }
        }

        Title {
            Layout.fillWidth: true
            color: root.ink
            font.pixelSize: Theme.label
            text: root.figure
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            color: root.tone === "plain" ? Theme.ink2 : root.ink
            font.pixelSize: Theme.small
            text: root.caption
            visible: text !== ""
            wrapMode: Text.Wrap
        }
    }
}
