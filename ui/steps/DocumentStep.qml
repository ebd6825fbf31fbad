pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** The paper as it is printed, the printers, how many; once it prints, how that goes. */
StepPage {
    id: root

    required property DocumentViewModel step

    property bool large: false

    primary: step.primaryText
    primaryEnabled: step.primaryEnabled
    primaryIcon: step.choosing ? "printer" : ""
    secondary: step.secondaryText

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
            text: root.step.choosing ? root.step.outOfOrder : ""
        },
        Grid {
            id: printers

            columns: root.landscape ? 1 : Math.max(1, root.step.printers.length)
            spacing: Theme.gap
            visible: root.step.choosing
            width: parent?.width ?? 0

            Rows {
                id: list

                rows: root.step.printers

                PrinterCard {
                    required property int index
                    readonly property var modelData: list.held[index]

                    chosen: modelData.chosen
                    condition: modelData.caption
                    icon: modelData.icon
                    objectName: "printer." + modelData.id
                    ready: modelData.enabled
                    title: modelData.title
                    width: (printers.width - (printers.columns - 1) * printers.spacing) / printers.columns

                    onTapped: root.step.choose(modelData.id)
                }
            }
        },
        Card {
            inset: 20
            visible: root.step.choosing && root.step.headline === ""

            Item {
                implicitHeight: stepper.height
                width: parent?.width ?? 0

                Column {
                    anchors.left: parent.left
                    anchors.right: stepper.left
                    anchors.verticalCenter: parent.verticalCenter

                    Title {
                        font.pixelSize: Theme.row
                        objectName: "text.copies_of"
                        text: root.step.copiesText
                    }

                    Label {
                        color: Theme.ink2
                        font.pixelSize: Theme.small
                        text: root.step.copiesRemark
                        width: parent.width
                        wrapMode: Text.Wrap
                    }
                }

                Stepper {
                    id: stepper

                    anchors.right: parent.right
                    most: root.step.mostCopies
                    value: root.step.copies

                    onAdded: by => root.step.add(by)
                }
            }
        },
        InfoLine {
            text: root.step.note
        }
    ]

    PagePreview {
        height: root.room
        nextText: root.step.nextText
        page: root.step.page
        pageText: root.step.pageText
        pages: root.step.pages
        previousText: root.step.previousText
        sampleRemark: root.step.sampleRemark
        sampleText: root.step.sampleText
        serial: root.step.serial
        tallness: root.step.tallness
        zoomText: root.step.zoomText

        onTurned: by => root.step.turn(by)
        onZoomed: root.large = root.step.serial > 0
    }

    Loader {
        active: root.large
        parent: root
        sourceComponent: PageLarge {
            closeText: root.step.closeText
            largerText: root.step.largerText
            page: root.step.page
            serial: root.step.serial
            smallerText: root.step.smallerText
            tallness: root.step.tallness

            onClosed: root.large = false
        }
        anchors.fill: parent
        z: 5
    }
}
