import QtQuick
import QtQuick.Layouts
import "../controls"

/** A bank account as its holder knows it: bank, the last four digits large, and whose it is. */
Card {
    id: root

    required property string heading
    required property string bank
    required property string numberLabel
    required property string tailLabel
    required property string tail
    required property string holderLabel
    required property string holder

    spacing: Theme.hair

    GridLayout {
        columnSpacing: Theme.inset
        columns: title.implicitWidth + bank.implicitWidth + columnSpacing > width ? 1 : 2
        rowSpacing: Theme.hair

        BarHeading {
            id: title

            text: root.heading
        }

        RowLayout {
            id: bank

            Layout.fillWidth: parent.columns === 1
            spacing: Theme.space

            Icon {
                color: Theme.ink2
                name: "building"
                size: Theme.px(40)
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.field
                text: root.bank
                wrapMode: Text.Wrap
            }
        }
    }

    GridLayout {
        id: grid

        columnSpacing: Theme.inset
        columns: tail.implicitWidth + Math.max(whose.implicitWidth, holder.implicitWidth) + columnSpacing > width ? 1 : 2

        ColumnLayout {
            id: tail

            Layout.alignment: Qt.AlignTop
            spacing: 0

            Label {
                color: Theme.ink2
                font.pixelSize: Theme.note
                text: root.numberLabel
            }

            // Read as one: digits alone would be a quantity, and nobody would know that they are somebody's.
            RowLayout {
                Accessible.name: root.tailLabel + " " + root.tail
                Accessible.role: Accessible.StaticText
                spacing: Theme.space

                Title {
                    Layout.alignment: Qt.AlignBaseline
                    font.pixelSize: Theme.tile
                    objectName: "text.tail_label"
                    text: root.tailLabel
                }

                Title {
                    Layout.alignment: Qt.AlignBaseline
                    font.pixelSize: Theme.amount
                    objectName: "text.tail"
                    text: root.tail
                }
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            spacing: 0

            Label {
                id: whose

                Layout.fillWidth: true
                color: Theme.ink2
                font.pixelSize: Theme.note
                horizontalAlignment: grid.columns > 1 ? Text.AlignRight : Text.AlignLeft
                text: root.holderLabel
                wrapMode: Text.Wrap
            }

            Title {
                id: holder

                Layout.fillWidth: true
                font.pixelSize: Theme.outcome
                horizontalAlignment: grid.columns > 1 ? Text.AlignRight : Text.AlignLeft
                objectName: "text.holder"
                text: root.holder
                wrapMode: Text.Wrap
            }
        }
    }
}
