pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** The paper as it is printed, the printers, how many; once it prints, how that goes. */
StepPage {
    id: root

    required property DocumentViewModel step

    property bool large: false

    fills: true
    overlaid: step.phone.shown
    primary: step.primaryText
    primaryEnabled: step.primaryEnabled
    primaryIcon: step.choice.open ? "printer" : ""
    secondary: step.secondaryText
    words: step

    onNext: step.primary()
    onOther: step.secondary()

    after: [
        OutcomeCard {
            headline: root.step.headline
            kind: root.step.kind
            sentence: root.step.sentence
            visible: headline !== ""
        },
        ErrorCard {
            text: root.step.choice.open ? root.step.choice.outOfOrder : ""
        },
        GridLayout {
            id: printers

            readonly property Item pieces: printers

            columnSpacing: Theme.gap
            columns: root.landscape || Theme.labelsAbove ? 1 : Math.max(1, list.count)
            rowSpacing: Theme.gap
            uniformCellWidths: true
            visible: root.step.choice.open

            Rows {
                id: list

                rows: root.step.choice.printers

                PrinterCard {
                    required property int index
                    readonly property var modelData: list.held[index]

                    Layout.fillWidth: true
                    chosen: modelData.chosen
                    condition: modelData.caption
                    icon: modelData.icon
                    objectName: "printer." + modelData.id
                    ready: modelData.enabled
                    title: modelData.title

                    onTapped: root.step.choice.choose(modelData.id)
                }
            }
        },
        Card {
            inset: 20
            visible: root.step.choice.open && root.step.headline === ""

            RowLayout {
                spacing: Theme.hair

                ColumnLayout {
                    spacing: 0

                    Title {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.row
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: Theme.least
                        objectName: "text.copies_of"
                        text: root.step.choice.copiesText
                        wrapMode: Text.WordWrap
                    }

                    Label {
                        Layout.fillWidth: true
                        color: Theme.ink2
                        font.pixelSize: Theme.small
                        text: root.step.choice.copiesRemark
                        wrapMode: Text.Wrap
                    }
                }

                Stepper {
                    fewerText: root.step.choice.fewerText
                    moreText: root.step.choice.moreText
                    most: root.step.choice.mostCopies
                    value: root.step.choice.copies

                    onAdded: by => root.step.choice.add(by)
                }
            }
        },
        InfoLine {
            text: root.step.note
        }
    ]

    PagePreview {
        Layout.fillHeight: true
        moreText: root.step.large.moreText
        nextText: root.step.nextPageText
        page: root.step.page
        pageText: root.step.pageText
        pages: root.step.pages
        previousText: root.step.previousPageText
        sampleRemark: root.step.sampleRemark
        sampleText: root.step.sampleText
        serial: root.step.serial
        tallness: root.step.tallness
        zoomText: root.step.large.zoomText

        onTurned: by => root.step.turn(by)
        onZoomed: root.large = root.step.serial > 0
    }

    Loader {
        active: root.large
        parent: root
        sourceComponent: PageLarge {
            page: root.step.page
            serial: root.step.serial
            tallness: root.step.tallness
            words: root.step.large

            onClosed: root.large = false
        }
        anchors.fill: parent
        z: 5
    }

    Loader {
        active: root.step.phone.shown
        anchors.fill: parent
        parent: root
        z: 6

        sourceComponent: PhoneSheet {
            frame: root.frame
            phone: root.step.phone
        }
    }
}
