import QtQuick
import QtQuick.Layouts
import "../controls"

/** Where a number that the screen asks for is printed: the paper, and the place in words beside it. */
Card {
    id: root

    /** `{heading, title, sample, at, place, says, otherwise}` */
    required property var paper
    required property string sampleText

    spacing: Theme.space

    BarHeading {
        text: root.paper.heading
    }

    GridLayout {
        columnSpacing: Theme.gap
        columns: Theme.labelsAbove || root.width < 800 ? 1 : 2
        rowSpacing: Theme.space

        PaperPicture {
            Layout.maximumWidth: drawn
            Layout.preferredWidth: Math.min(drawn, root.width - 2 * root.sideInset)
            at: root.paper.at
            sample: root.paper.sample
            sampleText: root.sampleText
            title: root.paper.title
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            spacing: Theme.hair

            Title {
                Layout.fillWidth: true
                color: Theme.accentInk
                font.pixelSize: Theme.row
                text: root.paper.place
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.note
                text: root.paper.says
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                color: Theme.ink2
                font.pixelSize: Theme.note
                text: root.paper.otherwise
                wrapMode: Text.Wrap
            }
        }
    }
}
