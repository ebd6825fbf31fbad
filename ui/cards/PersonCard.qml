import QtQuick
import QtQuick.Layouts
import "../controls"

/** One of a household: who, what for, the amount of their own, and the button that takes them out again. */
Card {
    id: root

    required property string name
    required property string number
    required property string what
    required property string amount
    required property string removeText
    /** What its button is called by who tests. */
    required property string removeName

    /** The amount has no room beside the name: it stands below, with the button. */
    readonly property bool stacked: width < Theme.px(760)

    signal removed

    inset: Theme.space
    spacing: 0

    GridLayout {
        id: grid

        Layout.fillWidth: true
        columnSpacing: Theme.space
        columns: root.stacked ? 1 : 2
        rowSpacing: Theme.hair

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 0
            spacing: Theme.space

            IconTile {
                icon: "person"
                visible: !root.stacked
            }

            Column {
                Layout.fillWidth: true
                Layout.preferredWidth: 0

                Title {
                    font.pixelSize: Theme.row
                    text: root.name
                    width: parent.width
                    wrapMode: Text.Wrap
                }

                Label {
                    color: Theme.ink2
                    text: root.number
                    width: parent.width
                    wrapMode: Text.Wrap
                }

                Label {
                    text: root.what
                    width: parent.width
                    wrapMode: Text.Wrap
                }
            }
        }

        GridLayout {
            Layout.alignment: Qt.AlignRight
            columnSpacing: Theme.space
            columns: root.stacked ? 2 : 1
            rowSpacing: Theme.hair

            Amount {
                Layout.alignment: Qt.AlignRight | Qt.AlignVCenter
                color: Theme.ink
                figure: root.amount
                most: root.width / 2
                named: root.removeName + ".amount"
                size: Theme.px(60)
            }

            Button {
                Layout.alignment: Qt.AlignRight
                border.color: Theme.control
                border.width: Theme.controlWidth
                color: pressed ? Theme.tint : Theme.surface
                icon: "trash"
                implicitHeight: Theme.px(96)
                implicitWidth: Math.max(Theme.px(176), natural)
                name: root.removeText + " " + root.name
                objectName: root.removeName
                size: Theme.label
                text: root.removeText

                onTapped: root.removed()
            }
        }
    }
}
