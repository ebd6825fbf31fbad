import QtQuick
import QtQuick.Layouts
import "../controls"

/** Something that is one of two: what it is and does at the left, the two beside it, the chosen one with a tick. */
GridLayout {
    id: root

    required property string icon
    required property string title
    required property string caption
    /** `{id, title, chosen}` each. */
    required property var options

    signal chosen(id: string)

    readonly property bool narrow: width < Theme.px(520)
    readonly property bool beside: width >= 880 && !Theme.labelsAbove

    columnSpacing: Theme.gap
    columns: beside ? 2 : 1
    rowSpacing: Theme.space

    RowLayout {
        spacing: Theme.gap

        IconTile {
            // The words need all of it.
            visible: !root.narrow
            Layout.preferredHeight: 88
            Layout.preferredWidth: 88
            icon: root.icon
        }

        ColumnLayout {
            spacing: 2

            Title {
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
                font.pixelSize: Theme.row
                text: root.title
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                color: Theme.ink2
                font.pixelSize: Theme.caption
                text: root.caption
                wrapMode: Text.Wrap
            }
        }
    }

    Item {
        Layout.fillWidth: !root.beside
        Layout.preferredHeight: choices.implicitHeight
        Layout.preferredWidth: root.beside ? 460 : -1

        Choices {
            id: choices

            options: root.options

            onChosen: id => root.chosen(id)
        }
    }
}
