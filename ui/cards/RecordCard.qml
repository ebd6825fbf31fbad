pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../controls"

/** One record: its title and state, and below them what it says, two pairs a line, or one that is long; its buttons. */
Card {
    id: root

    required property string title
    required property string standing
    required property bool good
    /** It has come to nothing; or whoever wanted it has taken it back. */
    property bool bad: false
    property bool over: false

    readonly property color tone: good ? Theme.ok : bad ? Theme.error : over ? Theme.ink2 : Theme.warnInk
    /** `[{key, value}]` */
    required property var pairs
    property string amount: ""
    /** The buttons at the right, `[{id, label}]`; none for a record that is only read. */
    property var actions: []
    property bool usable: true
    /** Alone on a page: larger, a pair a line, its amount by itself. */
    property bool roomy: false
    /** The only one on its page, be there others overleaf. */
    property bool single: false

    /** So alone that it takes the page: its amount stands by itself, its pairs between lines. */
    readonly property bool hero: roomy && width < 1100
    readonly property int size: hero ? Theme.field : roomy ? Theme.label : Theme.caption
    readonly property int keyWidth: Math.round(5.25 * size)
    readonly property bool acting: actions.length > 0
    readonly property bool narrow: width < Theme.px(880)
    readonly property bool wordy: actions.some(one => one.label.length > 7)
    /** Buttons at the right leave the pairs too little room, are many, or say much: they stand below. */
    readonly property bool low: acting && (hero || narrow || actions.length > 2 || single && wordy)

    signal acted(action: string)

    inset: roomy ? Theme.inset : 20
    spacing: roomy ? Theme.space : Theme.hair

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: root.size
    }

    GridLayout {
        Layout.maximumWidth: Infinity
        Layout.minimumHeight: Theme.px(56)
        columnSpacing: Theme.inset
        columns: name.implicitWidth + state.implicitWidth + (sum.visible && !root.hero ? sum.implicitWidth + columnSpacing : 0) + columnSpacing > width ? 1 : root.hero ? 2 : 3
        rowSpacing: 0

        Title {
            id: name

            Accessible.role: Accessible.Heading
            Layout.column: 0
            Layout.fillWidth: parent.columns < 3
            Layout.row: 0
            font.pixelSize: root.roomy ? Theme.tile : Theme.row
            text: root.title
            wrapMode: parent.columns === 1 ? Text.Wrap : Text.NoWrap
        }

        Amount {
            id: sum

            Layout.alignment: root.hero ? Qt.AlignRight : Qt.AlignLeft
            Layout.column: parent.columns > 2 ? 1 : 0
            Layout.columnSpan: parent.columns === 2 ? 2 : 1
            Layout.fillWidth: !root.hero
            Layout.row: parent.columns > 2 ? 0 : 1
            color: root.hero ? Theme.accentInk : Theme.ink
            figure: root.amount
            size: root.hero ? Theme.amount : Theme.tile
        }

        RowLayout {
            id: state

            Layout.alignment: parent.columns === 1 ? Qt.AlignLeft : Qt.AlignRight
            Layout.column: parent.columns - 1
            Layout.fillWidth: false
            Layout.maximumWidth: root.column.width
            Layout.row: parent.columns === 1 ? 2 : 0
            spacing: 10
            visible: root.standing !== ""

            Icon {
                color: root.tone
                name: root.good ? "tick" : root.bad ? "warning" : root.over ? "minus" : "clock"
                size: Theme.label
                weight: 5
            }

            Title {
                Layout.fillWidth: true
                color: root.tone
                font.pixelSize: Theme.note
                objectName: "text.standing"
                text: root.standing
                wrapMode: Text.Wrap
            }
        }
    }

    GridLayout {
        id: body

        readonly property Item torn: body

        columnSpacing: Theme.gap
        columns: root.low ? 1 : 2
        rowSpacing: Theme.space

        Flow {
            id: list

            readonly property Item torn: list

            Layout.alignment: Qt.AlignVCenter
            Layout.fillWidth: true
            Layout.preferredWidth: 0
            spacing: root.hero ? 0 : root.roomy ? Theme.hair : 4

            Repeater {
                model: root.pairs

                Grid {
                    id: pair

                    required property int index
                    required property var modelData

                    /** What is not to be broken. */
                    readonly property bool number: /^[\d *]{12,}$/.test(modelData.value)
                    /** Nor has room beside its key: it stands below. */
                    readonly property bool stacked: number && !root.hero && wanted > most
                    readonly property real most: list.width - root.keyWidth - spacing
                    readonly property real wanted: metrics.height > 0 ? metrics.advanceWidth(modelData.value) : 0
                    /** What somebody has written. */
                    readonly property bool long_: wanted > 6 * most
                    readonly property real half: (list.width - list.spacing) / 2

                    bottomPadding: root.hero ? Theme.space : 0
                    columns: stacked ? 1 : 2
                    rowSpacing: 0
                    spacing: Theme.space
                    topPadding: root.hero ? Theme.space : 0
                    width: root.roomy || root.acting && !root.low && list.width < Theme.px(1100) || wanted > half - root.keyWidth - spacing ? list.width : half

                    Label {
                        id: key

                        Rectangle {
                            color: Theme.line
                            height: Theme.edgeWidth
                            visible: root.hero && (pair.index > 0 || root.amount !== "")
                            width: pair.width
                            y: -pair.topPadding
                        }

                        color: Theme.ink2
                        font.pixelSize: root.size
                        text: pair.modelData.key
                        width: root.keyWidth
                        wrapMode: Text.Wrap
                    }

                    Label {
                        id: value

                        /** It is written smaller where it stands alone. */
                        readonly property bool fitted: pair.number && (root.hero || pair.stacked)

                        font.bold: root.hero && !pair.long_
                        font.pixelSize: pair.long_ ? Theme.small : root.size
                        fontSizeMode: fitted ? Text.HorizontalFit : Text.FixedSize
                        horizontalAlignment: root.hero && !pair.long_ ? Text.AlignRight : Text.AlignLeft
                        minimumPixelSize: Theme.least
                        text: pair.modelData.value
                        width: pair.stacked ? pair.width : pair.width - key.width - pair.spacing
                        wrapMode: fitted ? Text.NoWrap : Text.Wrap
                    }
                }
            }
        }

        GridLayout {
            Layout.alignment: Qt.AlignBottom
            Layout.fillWidth: root.low
            Layout.preferredWidth: root.low ? -1 : Theme.px(208)
            columnSpacing: 12
            columns: root.low ? (root.narrow ? 2 : root.actions.length) : 1
            rowSpacing: 12
            visible: root.acting

            Rows {
                id: buttons

                rows: root.actions

                SecondaryButton {
                    required property int index
                    readonly property var modelData: buttons.held[index]

                    Layout.fillWidth: true
                    Layout.preferredHeight: Math.min(Theme.buttonHeight, Theme.px(100))
                    enabled: root.usable
                    objectName: modelData.id + "." + root.objectName
                    text: modelData.label

                    onTapped: root.acted(modelData.id)
                }
            }
        }
    }
}
