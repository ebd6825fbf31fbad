import QtQuick
import QtQuick.Layouts
import "../controls"

/** The heading of a group, behind a bar of the channel's colour. */
Item {
    id: root

    required property string text
    /** Never the last on a page. */
    readonly property bool heads: true

    Layout.fillWidth: true
    implicitWidth: title.x + title.implicitWidth
    implicitHeight: Math.max(Theme.px(60), title.implicitHeight + Theme.hair)

    Rectangle {
        antialiasing: true
        color: Theme.accent
        height: Theme.px(36)
        radius: 4
        width: 10
        y: (parent.height - height) / 2
    }

    Title {
        id: title

        Accessible.role: Accessible.Heading
        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: Theme.field
        text: root.text
        width: parent.width - x
        wrapMode: Text.Wrap
        x: 28
    }
}
