pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

/** Digits, perhaps X, in a sunken panel: names the field, counts what was typed. Its words come in from outside. */
Rectangle {
    id: root

    required property string deleteText
    required property string clearText
    /** On to the next field. */
    required property string nextText
    property string caption: ""
    property string counted: ""
    /** In the narrow column at the right instead of the whole width. */
    property bool narrow: false

    /** Nine digits, and what stands below them: 0, perhaps X. */
    required property list<string> characters

    /** Where words over the keys are larger, the keys are as low as they may be. */
    /** Less height than a screen of a visitor's has beside it. */
    property bool low: false
    readonly property bool close: narrow && (low || Theme.scale > 1)
    readonly property int side: narrow ? Theme.gap : Theme.margin
    /** As high as what is said over the keys may be. */
    readonly property real most: narrow ? 2.7 * Theme.least : Infinity
    readonly property int wordSize: narrow ? Theme.note : Theme.field
    /** Four lines of keys: as high as they may be, and as low as a finger can still hit. */
    readonly property int keyHeight: narrow ? close ? Theme.touch : Theme.narrowKeyHeight : Theme.keyHeight

    signal pressed(key: string)
    signal erased
    signal cleared
    signal next

    Layout.fillWidth: true
    color: Theme.sunken
    implicitHeight: panel.implicitHeight + 2 * panel.anchors.margins
    radius: narrow ? Theme.cardRadius : 0

    GridLayout {
        id: panel

        anchors.fill: parent
        anchors.leftMargin: root.side
        anchors.margins: !root.narrow ? 28 : root.close ? Theme.space : Theme.gap
        anchors.rightMargin: root.side
        columnSpacing: Theme.space
        columns: 4
        rowSpacing: root.close ? Theme.closest : Theme.space
        uniformCellWidths: true

        GridLayout {
            Layout.bottomMargin: 4
            Layout.columnSpan: 4
            Layout.fillWidth: true
            columns: root.narrow ? 1 : 2
            rowSpacing: 0

            Fitted {
                id: named

                Layout.maximumHeight: root.most
                Layout.maximumWidth: Infinity
                font.bold: true
                font.pixelSize: Theme.frameLabel
                text: root.caption
            }

            Fitted {
                Layout.alignment: Qt.AlignRight
                Layout.fillWidth: root.narrow
                Layout.maximumHeight: root.most
                Layout.preferredWidth: Math.min(implicitWidth, panel.width - (root.narrow ? 0 : Math.min(named.implicitWidth + Theme.space, panel.width / 2)))
                color: Theme.ink2
                font.pixelSize: Theme.frameNote
                objectName: "text.counted"
                text: root.counted
            }
        }

        Rows {
            id: list

            rows: root.characters

            Key {
                required property int index
                readonly property string modelData: list.held[index]
                /** The line of 0 is filled, with X or without. */
                readonly property bool wide: modelData === "0"

                Layout.column: index < 9 ? index % 3 : index === 9 ? 0 : 2
                Layout.columnSpan: wide ? (list.count > 10 ? 2 : 3) : 1
                Layout.fillWidth: true
                Layout.preferredHeight: root.keyHeight
                Layout.row: 1 + Math.floor(Math.min(index, 9) / 3)
                objectName: "key." + modelData.toLowerCase()
                text: modelData

                onTapped: root.pressed(text)
            }
        }

        Key {
            Layout.column: 3
            Layout.fillWidth: true
            Layout.preferredHeight: root.keyHeight
            Layout.row: 1
            icon: root.narrow ? "" : "erase"
            objectName: "key.delete"
            size: root.wordSize
            text: root.deleteText

            onTapped: root.erased()
        }

        Key {
            Layout.column: 3
            Layout.fillWidth: true
            Layout.preferredHeight: root.keyHeight
            Layout.row: 2
            objectName: "key.clear"
            size: root.wordSize
            text: root.clearText

            onTapped: root.cleared()
        }

        Key {
            Layout.column: 3
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.row: 3
            Layout.rowSpan: 2
            icon: "down"
            objectName: "key.next"
            size: root.wordSize
            text: root.nextText
            upright: true

            onTapped: root.next()
        }
    }
}
