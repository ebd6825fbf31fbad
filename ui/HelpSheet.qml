pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "cards"
import "controls"

/** Over the screen, below its header: what it asks, what its words mean, where a number stands, and the call. */
Sheet {
    id: root

    required property HelpViewModel help
    required property CallingViewModel calling

    name: help.title
    objectName: "help.sheet"

    StepPage {
        anchors.fill: parent
        anchors.topMargin: 6
        frame: root.frame
        primary: root.help.doneText
        primaryName: "help.done"
        secondary: root.calling.cancelText
        secondaryName: "call.cancel"
        words: root.help

        onNext: root.sheets.close()
        onOther: root.calling.cancel()

        before: Loader {
            Layout.fillWidth: true
            active: Theme.labelsAbove
            visible: active
            sourceComponent: call
        }

        after: Loader {
            Layout.fillWidth: true
            active: !Theme.labelsAbove
            visible: active
            sourceComponent: call
        }

        /** First where words are so large that all does not stand on one page. */
        Component {
            id: call

            CallCard {
                calling: root.calling
            }
        }

        Heading {
            remark: root.help.promise
            text: root.help.title
        }

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Theme.gap
            columns: Theme.labelsAbove ? 1 : 2
            rowSpacing: Theme.gap
            uniformCellWidths: true
            visible: root.help.teachText !== "" || root.help.checkText !== ""

            SecondaryButton {
                Layout.fillWidth: true
                border.color: Theme.demo
                icon: "book"
                ink: Theme.demoInk
                objectName: "help.teach"
                text: root.help.teachText
                visible: text !== ""

                onTapped: {
                    root.sheets.close();
                    root.help.teach();
                }
            }

            SecondaryButton {
                Layout.fillWidth: true
                icon: "certificate"
                objectName: "help.check"
                text: root.help.checkText
                visible: text !== ""

                onTapped: root.help.check()
            }
        }

        Card {
            BarHeading {
                text: root.help.heading
            }

            Sentence {
                Layout.fillWidth: true
                font.pixelSize: Theme.row
                sentence: root.help.asks
            }

            Repeater {
                model: root.help.terms

                ColumnLayout {
                    id: term

                    required property var modelData

                    spacing: 0

                    Title {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.note
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

        Repeater {
            model: root.help.papers

            PrintedCard {
                required property var modelData

                paper: modelData
                sampleText: root.help.sampleText
            }
        }
    }
}
