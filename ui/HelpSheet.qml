import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "cards"
import "controls"

/** Over the screen, below its header: what it asks, what its words mean, and whom to call. */
Sheet {
    id: root

    required property HelpViewModel help

    objectName: "help.sheet"

    StepPage {
        anchors.fill: parent
        anchors.topMargin: 6
        frame: root.frame
        primary: root.help.doneText
        primaryName: "help.done"
        secondary: root.help.checkText
        secondaryName: "help.check"
        words: root.help

        onOther: root.help.check()
        onNext: root.sheets.close()

        after: Card {
            InfoLine {
                icon: "person"
                ink: Theme.ink
                text: root.help.call
                tone: Theme.accent
            }
        }

        BarHeading {
            text: root.help.heading
        }

        Sentence {
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.heading
            sentence: root.help.asks
        }

        BarHeading {
            text: root.help.termsHeading
        }

        Repeater {
            model: root.help.terms

            Card {
                id: term

                required property var modelData

                spacing: 4

                Title {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.row
                    text: term.modelData.key
                    wrapMode: Text.Wrap
                }

                Label {
                    Layout.fillWidth: true
                    color: Theme.ink2
                    font.pixelSize: Theme.note
                    text: term.modelData.value
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
