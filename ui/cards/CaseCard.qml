pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "../controls"

/**
 * The case that is open: what happened, since when and how much; why it waits for people, whose it is, what was done; and
 * the ways out of it, beside all that where it is wide enough.
 */
Card {
    id: root

    /** `viewmodels.words.case_rows.Opened` */
    required property var told
    property bool usable: true
    /** There is width for the ways out beside the case. */
    property bool apart: false
    /** It may come to stand on two pages, though one alone could hold it. */
    property bool parted: false

    readonly property string stands: told.id
    readonly property bool narrow: width < Theme.px(760)
    readonly property bool wide: apart && width > Theme.px(1400)

    signal chosen(way: string)

    function bold(text: string): string {
        return `<b>${text}</b>`;
    }

    border.color: Theme.accent
    border.width: Theme.controlWidth
    inset: wide ? 18 : 24
    sideInset: 24
    pieces: parted && !wide ? column : null
    spacing: 14

    onStandsChanged: shown.show()

    Reveal {
        id: shown

        item: head
    }

    ChannelColours {
        id: worn

        channel: root.told.channel
        contrast: Theme.contrast
    }

    GridLayout {
        id: body

        readonly property Item pieces: root.wide ? null : body
        readonly property Item torn: body

        columnSpacing: Theme.inset
        columns: root.wide ? 2 : 1
        rowSpacing: root.spacing

        ColumnLayout {
            id: facts

            readonly property Item pieces: root.wide ? null : facts
            readonly property Item torn: facts

            Layout.alignment: Qt.AlignTop
            Layout.fillHeight: false
            Layout.preferredWidth: root.wide ? 0 : -1
            spacing: root.spacing

            GridLayout {
                id: head

                /** Never the last on a page. */
                readonly property bool heads: true

                columnSpacing: Theme.space
                columns: happened.implicitWidth + sum.wanted + (glyph.visible ? glyph.width + columnSpacing : 0) + 2 * columnSpacing > width ? 1 : 2
                rowSpacing: 0

                RowLayout {
                    spacing: Theme.space

                    ChannelGlyph {
                        id: glyph

                        Layout.alignment: Qt.AlignTop
                        color: worn.accent
                        implicitHeight: 64
                        ink: worn.inkOnAccent
                        text: root.told.glyph
                        visible: text !== ""
                    }

                    ColumnLayout {
                        spacing: 0

                        Title {
                            id: happened

                            Accessible.role: Accessible.Heading
                            Layout.fillWidth: true
                            objectName: "row." + root.told.id
                            text: root.told.title
                            wrapMode: Text.Wrap
                        }

                        Title {
                            Layout.fillWidth: true
                            color: Theme.warnInk
                            font.pixelSize: Theme.caption
                            objectName: "text.since"
                            text: root.told.since
                            wrapMode: Text.Wrap
                        }
                    }
                }

                Amount {
                    id: sum

                    Layout.alignment: Qt.AlignRight | Qt.AlignTop
                    figure: root.told.amount
                    most: head.width
                    named: "text.amount"
                    size: Theme.amountCase
                }
            }

            Rectangle {
                Layout.fillWidth: true
                antialiasing: true
                border.color: Theme.warnEdge
                border.width: Theme.edgeWidth
                color: Theme.warnTint
                implicitHeight: reason.implicitHeight + 2 * Theme.space
                radius: Theme.fieldRadius

                Sentence {
                    id: reason

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.gap
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.warnInk
                    font.pixelSize: Theme.note
                    objectName: "text.reason"
                    sentence: root.told.because + root.told.reason
                    text: root.bold(root.told.because) + (root.wide ? root.told.reason : lines.slice(root.told.because.length)).replace(/\n/g, "<br>")
                    textFormat: Text.StyledText
                }
            }

            Flow {
                id: pairs

                Layout.fillWidth: true
                spacing: Theme.hair

                Repeater {
                    model: root.told.about

                    Row {
                        id: fact

                        required property var modelData

                        rightPadding: Theme.gap
                        spacing: Theme.space

                        Label {
                            id: key

                            color: Theme.ink2
                            text: fact.modelData.key
                            width: Math.min(implicitWidth, 0.45 * pairs.width)
                            wrapMode: Text.Wrap
                        }

                        Label {
                            font.bold: true
                            text: fact.modelData.value
                            width: Math.min(Math.ceil(implicitWidth), pairs.width - key.width - fact.spacing - fact.rightPadding)
                            wrapMode: Text.Wrap
                        }
                    }
                }
            }
        }

        ColumnLayout {
            id: work

            readonly property Item pieces: root.wide ? null : work
            readonly property Item torn: work

            Layout.alignment: Qt.AlignTop
            Layout.fillHeight: false
            Layout.preferredWidth: root.wide ? 0 : -1
            spacing: root.spacing

            Item {
                readonly property Item torn: steps

                Layout.fillWidth: true
                implicitHeight: steps.implicitHeight
                visible: root.told.log.length > 0

                Rectangle {
                    color: Theme.line
                    height: parent.height
                    width: 6
                }

                ColumnLayout {
                    id: steps

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.gap
                    anchors.right: parent.right
                    spacing: 2

                    Repeater {
                        model: root.told.log

                        GridLayout {
                            id: step

                            required property var modelData

                            columnSpacing: Theme.space
                            columns: root.narrow ? 1 : 2
                            rowSpacing: 0

                            Label {
                                Layout.alignment: Qt.AlignTop
                                Layout.fillWidth: root.narrow
                                Layout.maximumWidth: root.narrow ? Infinity : Math.min(Math.ceil(implicitWidth), 0.45 * steps.width)
                                color: Theme.ink2
                                font.pixelSize: Theme.caption
                                text: step.modelData.when
                                visible: text !== ""
                                wrapMode: Text.Wrap
                            }

                            Label {
                                Layout.fillWidth: true
                                color: step.modelData.bad ? Theme.errorInk : step.modelData.when ? Theme.ink : Theme.ink2
                                font.pixelSize: Theme.caption
                                objectName: "text.happened"
                                text: step.modelData.what
                                wrapMode: Text.Wrap
                            }
                        }
                    }
                }
            }

            WaysOut {
                Layout.fillWidth: true
                told: root.told
                usable: root.usable

                onChosen: way => root.chosen(way)
            }
        }
    }
}
