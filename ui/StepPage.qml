import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "controls"

/**
 * A screen: cards in one column, its buttons below. In landscape `before` and `after` stand at the right, above the
 * buttons, as long as they fit there. The primary button is always at the same place. Fills the frame's holder.
 */
Item {
    id: root

    default property alias main: middle.data
    /** Cards above the main ones, or at the top of the right column. */
    property alias before: top.data
    /** Cards below the main ones, or under `before` in the right column. */
    property alias after: bottom.data
    /** What turns the pages of a list: below the cards, or in landscape at the left of the buttons. */
    property alias turning: turning.data
    /** A panel over the whole width at the foot, or at the foot of the right column: the keypad. */
    property alias foot: foot.data
    required property Frame frame
    /** What says how pages are turned. */
    required property PageWords words
    property string primary: ""
    property bool primaryEnabled: true
    property string primaryIcon: ""
    property string secondary: ""
    property bool secondaryEnabled: true
    /** In landscape the main cards take both columns; for screens without buttons and side cards. */
    property bool wide: false
    /** What must be seen below the field in use. */
    property alias below: pages.below
    /** Whether a card of the main ones takes what room is left. */
    property alias fills: pages.fills
    /** Between cards. */
    property int gap: Theme.gap
    readonly property bool landscape: frame?.landscape ?? false
    /** How much of the screen the keyboard covers, from its foot. */
    readonly property real covered: frame?.covered ?? 0
    readonly property bool footed: primary !== "" || secondary !== ""
    readonly property bool sided: landscape && !wide
    readonly property bool typing: covered > 0 || foot.implicitHeight > 0
    readonly property real contentWidth: pages.width
    /** Where what can be seen ends, above keypad and keyboard. */
    readonly property real end: pages.y + pages.height - pages.covered
    /** How high the cards may be that are seen at once. */
    readonly property real room: pages.height - pages.covered

    /** What the cards of the right column may take. */
    readonly property real sideRoom: height - 2 * Theme.inset - (footed ? buttons.implicitHeight + Theme.space : 0) - (foot.implicitHeight > 0 ? foot.implicitHeight + Theme.gap : 0)
    /** How often they did not fit there: first they stand closer, then in the other column, where they need less room. */
    property int crowding: 0
    readonly property bool beside: sided && crowding < 2
    readonly property int sideGap: crowding > 0 ? 12 : gap

    signal next
    signal other

    /** What is left for one card of the column, beside all others that are there. */
    function roomBeside(card: Item): real {
        let room = root.room;
        for (const group of beside ? [middle] : [top, middle, bottom])
            for (const other of group.children)
                if (other !== card && other.visible && other.implicitHeight > 0)
                    room -= other.implicitHeight + gap;
        return room;
    }

    /** Turns to the page with an item that has something to say: the first one, if there are several. */
    function reveal(item: Item): void {
        pages.reveal(item);
    }

    anchors.fill: parent

    Connections {
        // Once all is laid out, before it is drawn.
        function onAfterAnimating(): void {
            if (top.implicitHeight + bottom.implicitHeight + bottom.Layout.topMargin > root.sideRoom)
                ++root.crowding;
        }

        target: root.beside ? root.Window.window : null
    }

    GridLayout {
        anchors.fill: parent
        columnSpacing: 0
        columns: 2
        rowSpacing: 0

        Pages {
            id: pages

            Layout.bottomMargin: root.landscape ? Theme.hair : Theme.gap
            Layout.column: 0
            Layout.columnSpan: root.sided ? 1 : 2
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.minimumHeight: 0
            Layout.preferredHeight: 0
            Layout.rightMargin: root.sided ? Theme.inset : Theme.margin
            Layout.row: 0
            Layout.rowSpan: root.sided ? 3 : 1
            Layout.topMargin: Theme.inset
            covered: root.covered > 0 ? Math.max(0, root.covered - (root.height - y - height)) : 0
            nextText: root.words.nextPageText
            previousText: root.words.previousPageText
            text: root.words.pageOfText.arg(pages.page).arg(pages.pages)
            typing: root.typing

            GridLayout {
                id: column

                readonly property Item pieces: column

                Layout.fillHeight: true
                Layout.fillWidth: true
                columns: 1
                rowSpacing: 0

                ColumnLayout {
                    id: middle

                    readonly property Item pieces: middle

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.row: 1
                    Layout.topMargin: implicitHeight > 0 && top.parent === column && top.implicitHeight > 0 ? root.gap : 0
                    spacing: root.gap
                }
            }
        }

        Item {
            Layout.column: 1
            Layout.fillHeight: true
            Layout.preferredHeight: 0
            Layout.preferredWidth: Theme.sideWidth
            Layout.rightMargin: Theme.margin
            Layout.row: 0
            visible: root.sided

            GridLayout {
                id: side

                columns: 1
                rowSpacing: 0
                width: parent.width
                y: Theme.inset
            }
        }

        Item {
            id: foot

            Layout.bottomMargin: root.sided && implicitHeight > 0 ? Theme.gap : 0
            Layout.column: root.sided ? 1 : 0
            Layout.columnSpan: root.sided ? 1 : 2
            Layout.fillWidth: !root.sided
            Layout.preferredHeight: implicitHeight
            Layout.preferredWidth: root.sided ? Theme.sideWidth : -1
            Layout.rightMargin: root.sided ? Theme.margin : 0
            Layout.row: 1
            implicitHeight: childrenRect.height
        }

        Rectangle {
            id: buttons

            Layout.bottomMargin: root.landscape ? Theme.inset : 0
            Layout.column: root.sided ? 1 : 0
            Layout.columnSpan: root.sided ? 1 : 2
            Layout.fillWidth: !root.sided
            Layout.leftMargin: root.landscape && root.wide ? Theme.margin : 0
            Layout.preferredWidth: root.sided ? Theme.sideWidth : -1
            Layout.rightMargin: root.landscape ? Theme.margin : 0
            Layout.row: 2
            color: root.landscape ? "transparent" : Theme.surface
            implicitHeight: row.implicitHeight + (root.landscape ? 0 : 2 * Theme.gap)
            visible: root.footed

            Rectangle {
                color: Theme.line
                height: Theme.edgeWidth
                visible: !root.landscape
                width: parent.width
            }

            RowLayout {
                id: row

                anchors.fill: parent
                anchors.leftMargin: root.landscape ? 0 : Theme.margin
                anchors.rightMargin: root.landscape ? 0 : Theme.margin
                spacing: root.landscape ? Theme.space : Theme.gap

                ColumnLayout {
                    id: place

                    Layout.fillWidth: true
                    Layout.maximumWidth: Infinity
                    Layout.preferredWidth: 0
                    visible: root.landscape && root.wide
                }

                SecondaryButton {
                    id: otherButton

                    Layout.fillWidth: root.primary === ""
                    Layout.maximumWidth: root.landscape && root.primary === "" ? Theme.sideWidth : Infinity
                    Layout.minimumWidth: root.landscape ? Theme.secondaryNarrow : Theme.secondaryWidth
                    enabled: root.secondaryEnabled
                    objectName: "secondary"
                    text: root.secondary
                    visible: root.secondary !== ""

                    onTapped: root.other()
                }

                PrimaryButton {
                    Layout.fillWidth: !place.visible
                    Layout.preferredWidth: place.visible ? Theme.sideWidth - (otherButton.visible ? otherButton.width + row.spacing : 0) : -1
                    enabled: root.primaryEnabled
                    icon: root.primaryIcon
                    objectName: "next"
                    text: root.primary
                    visible: root.primary !== ""

                    onTapped: root.next()
                }
            }
        }
    }

    ColumnLayout {
        id: top

        readonly property Item pieces: top

        Layout.fillHeight: !root.fills
        Layout.fillWidth: true
        Layout.row: 0
        parent: root.beside ? side : column
        spacing: root.beside ? root.sideGap : root.gap
    }

    ColumnLayout {
        id: bottom

        readonly property Item pieces: bottom

        Layout.fillHeight: !root.fills
        Layout.fillWidth: true
        Layout.row: 2
        Layout.topMargin: implicitHeight > 0 && top.implicitHeight + (root.beside ? 0 : middle.implicitHeight) > 0 ? (root.beside ? root.sideGap : root.gap) : 0
        parent: root.beside ? side : column
        spacing: root.beside ? root.sideGap : root.gap
    }

    ColumnLayout {
        id: turning

        Layout.fillWidth: true
        Layout.row: 3
        Layout.topMargin: implicitHeight > 0 && parent === column ? root.gap : 0
        parent: place.visible ? place : column
    }
}
