pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** What was taken on a day, in a lane for each channel; refunds and papers; what the bills of the day before say. */
StepPage {
    id: root

    required property DayViewModel step

    primary: step.submitText
    primaryEnabled: !step.loading
    primaryIcon: step.total ? "printer" : ""
    secondary: step.otherText
    wide: true
    words: step

    onNext: step.submit()
    onOther: step.other()

    after: [
        GridLayout {
            id: figures

            readonly property Item pieces: figures

            columnSpacing: Theme.space
            columns: Theme.labelsAbove || width < 700 ? 1 : 3
            rowSpacing: Theme.space
            uniformCellWidths: true
            visible: root.step.total !== ""

            Rows {
                id: boxes

                rows: root.step.boxes

                FigureBox {
                    required property int index
                    readonly property var modelData: boxes.held[index]

                    caption: modelData.caption
                    figure: modelData.figure
                    icon: modelData.icon
                    title: modelData.title
                }
            }
        },
        Card {
            id: bills

            inset: 20
            pieces: column
            visible: root.step.total !== ""

            GridLayout {
                columnSpacing: Theme.gap
                columns: width < Theme.px(620) ? 1 : 2
                rowSpacing: 0

                ColumnLayout {
                    spacing: 0

                    Title {
                        Accessible.role: Accessible.Heading
                        Layout.fillWidth: true
                        font.pixelSize: Theme.label
                        text: root.step.billsHeading
                        wrapMode: Text.Wrap
                    }

                    Label {
                        Layout.fillWidth: true
                        color: Theme.ink2
                        font.pixelSize: Theme.small
                        objectName: "text.bills"
                        text: root.step.billsWhen
                        wrapMode: Text.Wrap
                    }
                }

                SecondaryButton {
                    Layout.fillWidth: parent.columns === 1
                    implicitHeight: Theme.touch
                    objectName: "differences"
                    size: Theme.label
                    text: root.step.billsText

                    onTapped: root.step.openBills()
                }
            }

            GridLayout {
                id: kept

                readonly property Item pieces: kept

                columnSpacing: Theme.space
                columns: width < Theme.px(400) ? 1 : width < Theme.px(760) ? 2 : 4
                rowSpacing: Theme.space
                uniformCellWidths: true

                Rows {
                    id: buckets

                    rows: root.step.buckets

                    FigureBox {
                        required property int index
                        readonly property var modelData: buckets.held[index]

                        caption: modelData.amount
                        figure: modelData.count
                        title: modelData.title
                        tone: modelData.tone
                    }
                }
            }
        }
    ]

    ErrorCard {
        text: root.step.problem
        waiting: root.step.loading
    }

    Card {
        id: takings

        readonly property real barsWidth: Theme.labelsAbove || width < 800 ? column.width : 0.57 * column.width

        inset: 20
        pieces: column
        spacing: 4
        visible: root.step.total !== ""

        GridLayout {
            id: sums

            readonly property Item pieces: sums

            columnSpacing: Theme.gap
            columns: Theme.labelsAbove ? 1 : 2
            rowSpacing: 0

            ColumnLayout {
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    color: Theme.ink2
                    font.pixelSize: Theme.small
                    text: root.step.heading + "  " + root.step.when
                    wrapMode: Text.Wrap
                }

                Amount {
                    color: Theme.ink
                    figure: root.step.total
                    most: takings.column.width - (Theme.labelsAbove ? 0 : beside.width + Theme.gap)
                    named: "text.total"
                    size: Theme.px(root.landscape ? 60 : 84)
                }
            }

            ColumnLayout {
                id: beside

                Layout.alignment: Qt.AlignBottom
                Layout.bottomMargin: 12
                Layout.fillWidth: Theme.labelsAbove
                spacing: 0

                Title {
                    Layout.alignment: Theme.labelsAbove ? Qt.AlignLeft : Qt.AlignRight
                    font.pixelSize: Theme.tile
                    objectName: "text.count"
                    text: root.step.count
                }

                Label {
                    Layout.alignment: Theme.labelsAbove ? Qt.AlignLeft : Qt.AlignRight
                    Layout.maximumWidth: takings.column.width
                    color: Theme.ink2
                    font.pixelSize: Theme.small
                    text: root.step.before
                    wrapMode: Text.Wrap
                }
            }
        }

        Rows {
            id: lanes

            rows: root.step.lanes

            DayLane {
                required property int index

                barsWidth: takings.barsWidth
                low: root.landscape && !Theme.labelsAbove
                tall: Theme.px(root.landscape ? 76 : 92)
                lane: lanes.held[index]
                objectName: "lane." + lane.id
            }
        }

        GridLayout {
            columnSpacing: Theme.space
            columns: takings.barsWidth < takings.column.width ? 2 : 1
            rowSpacing: 0

            Label {
                Layout.fillWidth: true
                color: Theme.ink2
                font.pixelSize: Theme.small
                text: root.step.scale
                wrapMode: Text.Wrap
            }

            Row {
                id: hours

                Layout.alignment: Qt.AlignRight | Qt.AlignTop
                Layout.preferredWidth: takings.barsWidth

                Repeater {
                    id: marks

                    model: root.step.hours

                    Label {
                        required property var modelData

                        color: Theme.ink2
                        font.bold: modelData.now
                        font.pixelSize: Math.min(Theme.small, 30)
                        horizontalAlignment: Text.AlignHCenter
                        text: modelData.title
                        width: takings.barsWidth / Math.max(1, marks.count)
                    }
                }
            }
        }
    }
}
