import QtQuick
import "../controls"

/** A channel that is not open here: a quiet row that says where to go instead. */
Item {
    id: root

    required property string glyph
    required property string title
    required property string caption
    required property string elsewhere
    property bool last: false

    Accessible.description: caption
    Accessible.name: title
    Accessible.role: Accessible.ListItem
    enabled: false
    implicitHeight: Theme.px(128)
    width: parent?.width ?? 0

    ChannelGlyph {
        id: mark

        anchors.verticalCenter: parent.verticalCenter
        color: Theme.disabled
        implicitHeight: 72
        ink: Theme.disabledInk
        text: root.glyph
        x: Theme.inset
    }

    Column {
        anchors.left: mark.right
        anchors.leftMargin: 24
        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        anchors.verticalCenter: parent.verticalCenter

        Item {
            implicitHeight: name.height
            width: parent.width

            Title {
                id: name

                color: Theme.ink2
                font.pixelSize: Theme.label
                text: root.title
            }

            Label {
                anchors.baseline: name.baseline
                anchors.right: parent.right
                color: Theme.ink2
                font.pixelSize: Theme.small
                text: root.caption
            }
        }

        Label {
            color: Theme.ink2
            font.pixelSize: Theme.caption
            text: root.elsewhere
            width: parent.width
        }
    }

    Rectangle {
        color: Theme.line
        height: 2
        visible: !root.last
        width: parent.width - x - Theme.inset
        x: mark.x + mark.width + 24
        y: parent.height - 1
    }
}
