pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "../controls"

/** A text over the whole screen, to be read and agreed to. */
Overlay {
    id: root

    required property string heading
    required property list<string> paragraphs
    required property string agreeText
    required property string refuseText
    /** What says how pages are turned. */
    required property PageWords words

    signal agreed
    signal refused

    anchors.fill: parent
    color: Theme.bg
    name: heading
    objectName: "reading"
    z: 5

    onDismissed: refused()

    ColumnLayout {
        anchors.bottomMargin: Theme.gap
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.margin
        spacing: Theme.gap

        Pages {
            id: pages

            Layout.fillHeight: true
            Layout.fillWidth: true
            nextText: root.words.nextPageText
            previousText: root.words.previousPageText
            text: root.words.pageOfText.arg(pages.page).arg(pages.pages)

            Card {
                inset: 40
                pieces: column
                sideInset: Theme.margin
                spacing: Theme.gap

                Title {
                    Accessible.role: Accessible.Heading
                    Layout.alignment: Qt.AlignHCenter
                    font.pixelSize: Theme.tile
                    objectName: "text.reading"
                    text: root.heading
                }

                Repeater {
                    model: root.paragraphs

                    Sentence {
                        required property string modelData

                        Layout.fillWidth: true
                        font.pixelSize: Theme.label
                        sentence: modelData
                    }
                }
            }
        }

        RowLayout {
            spacing: Theme.gap

            SecondaryButton {
                Layout.preferredWidth: Theme.secondaryWidth
                objectName: "disagree"
                text: root.refuseText

                onTapped: root.refused()
            }

            PrimaryButton {
                Layout.fillWidth: true
                objectName: "agree"
                text: root.agreeText

                onTapped: root.agreed()
            }
        }
    }
}
