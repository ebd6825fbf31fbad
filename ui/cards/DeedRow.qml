import QtQuick
import QtQuick.Layouts
import "../controls"

/** Something that can be done: what it is, what comes of it, and its button. */
GridLayout {
    id: root

    required property var deed

    signal done

    Layout.fillWidth: true
    columnSpacing: Theme.space
    columns: width < Theme.px(500) ? 1 : 2
    rowSpacing: Theme.hair

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Icon {
            Layout.preferredHeight: size
            Layout.preferredWidth: size
            color: Theme.accent
            name: root.deed.icon
            size: 48
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Title {
                Layout.fillWidth: true
                font.pixelSize: Theme.note
                text: root.deed.title
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                color: Theme.ink2
                font.pixelSize: Theme.small
                text: root.deed.caption
                wrapMode: Text.Wrap
            }
        }
    }

    SecondaryButton {
        Accessible.description: root.deed.title
        Layout.fillWidth: root.columns === 1
        Layout.preferredWidth: root.columns === 1 ? -1 : Theme.px(220)
        enabled: root.deed.enabled
        implicitHeight: Theme.touch
        objectName: "item." + root.deed.id
        size: Theme.label
        text: root.deed.button

        onTapped: root.done()
    }
}
