pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "cards"
import "controls"

/** Over the screen, below its header: how large, in which colours, how low and in which language it is shown. */
Sheet {
    id: root

    required property AccessViewModel access
    required property SpeechViewModel speech
    required property PaceViewModel pace

    /** Of what is read most, at the usual size. */
    readonly property int usual: 38

    name: access.title
    objectName: "access"

    StepPage {
        anchors.fill: parent
        anchors.topMargin: 6
        frame: root.frame
        primary: root.access.doneText
        primaryName: "access.done"
        secondary: root.access.standardText
        secondaryName: "access.standard"
        words: root.access

        onNext: root.sheets.close()
        onOther: root.access.standard()

        after: Card {
            spacing: Theme.gap

            SwitchRow {
                // A wide screen is low enough.
                visible: !root.frame.landscape
                caption: root.access.lowCaption
                icon: "low"
                options: root.access.reaches
                title: root.access.lowTitle

                onChosen: id => root.access.reach(id)
            }

            Rectangle {
                Layout.fillWidth: true
                color: Theme.line
                implicitHeight: Theme.edgeWidth
                visible: !root.frame.landscape
            }

            SwitchRow {
                caption: root.speech.caption
                icon: "headphones"
                options: root.speech.options
                title: root.speech.title

                onChosen: id => root.speech.choose(id)
            }

            SwitchRow {
                caption: root.speech.wornCaption
                icon: "headphones"
                options: root.speech.wearing
                title: root.speech.wornTitle
                visible: root.speech.on && root.speech.tells

                onChosen: id => root.speech.wear(id)
            }

            SpeechPace {
                pace: root.pace
                visible: root.speech.on
            }

            SwitchRow {
                caption: root.speech.hideCaption
                icon: "eye"
                options: root.speech.hiding
                title: root.speech.hideTitle
                visible: root.speech.mayHide

                onChosen: id => root.speech.hide(id)
            }

            Rectangle {
                Layout.fillWidth: true
                color: Theme.line
                implicitHeight: Theme.edgeWidth
            }

            SwitchRow {
                caption: root.access.languageCaption
                icon: "globe"
                options: root.access.languages
                title: root.access.languageTitle

                onChosen: id => root.access.speak(id)
            }
        }

        Heading {
            remark: root.access.promise
            remarkAtRight: false
            text: root.access.title
        }

        BarHeading {
            text: root.access.sizesHeading
        }

        GridLayout {
            columnSpacing: Theme.space
            columns: width < 900 ? 2 : 4
            rowSpacing: Theme.space
            uniformCellWidths: true

            Rows {
                id: sizes

                rows: root.access.sizes

                SampleBox {
                    required property int index
                    readonly property var modelData: sizes.held[index]

                    Layout.fillWidth: true
                    chosen: modelData.chosen
                    objectName: "option." + modelData.id
                    sample: root.access.sample
                    size: root.usual * modelData.scale
                    text: modelData.title

                    onTapped: root.access.chooseSize(modelData.id)
                }
            }
        }

        BarHeading {
            text: root.access.contrastsHeading
        }

        GridLayout {
            columnSpacing: Theme.space
            columns: width < 900 ? 2 : 3
            rowSpacing: Theme.space
            uniformCellWidths: true

            Rows {
                id: contrasts

                rows: root.access.contrasts

                ContrastSwatch {
                    required property int index
                    readonly property var modelData: contrasts.held[index]

                    Layout.fillWidth: true
                    caption: modelData.caption
                    chosen: modelData.chosen
                    contrast: modelData.id
                    objectName: "option." + modelData.id
                    sample: root.access.sample
                    text: modelData.title

                    onTapped: root.access.chooseContrast(modelData.id)
                }
            }
        }
    }
}
