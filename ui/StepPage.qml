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
    /** What its buttons are called by who tests: no two on the window are called the same. */
    property string primaryName: "next"
    property string secondaryName: "secondary"
    property bool primaryEnabled: true
    property string primaryIcon: ""
    property string secondary: ""
    property bool secondaryEnabled: true
    /** In landscape the main cards take both columns; for screens without buttons and side cards. */
    property bool wide: false
    /** Whether a card of the main ones takes what room is left. */
    property alias fills: pages.fills
    /** In how many columns the main cards stand, as long as pages can be made of them. */
    property int columns: 1
    /** Between cards: closer, if that is enough for all of them to fit. */
    property int gap: {
        const between = Math.floor((height - Theme.inset - below - tall) / Math.max(1, cards.length - (landscape ? 1 : 0)));
        return typing || between < closest ? Theme.gap : Math.min(Theme.gap, between);
    }
    readonly property int closest: 12
    readonly property bool landscape: frame?.landscape ?? false
    /** How much of the screen the keyboard covers, from its foot. */
    readonly property real covered: frame?.covered ?? 0
    readonly property bool footed: primary !== "" || secondary !== ""
    /** The keyboard lies over them. */
    readonly property bool hidden: frame?.buried ?? false
    /** Another page lies over it: nothing of it can be touched, reached by keys, or seen. */
    property bool overlaid: false
    /** In landscape a keypad may come, at the right. */
    property bool keyed: false
    readonly property bool sided: landscape && !wide && (keyed || crowds < 3)
    /** How wide the column at the right is. */
    readonly property int sideWidth: squat ? Theme.sideNarrow : Theme.sideWidth
    readonly property bool broad: landscape && !sided
    readonly property bool typing: covered > 0 || foot.implicitHeight > 0
    readonly property real contentWidth: pages.width
    /** Where what can be seen ends, above keypad and keyboard. */
    readonly property real end: pages.y + pages.height - pages.covered
    /** How high the cards may be that are seen at once. */
    readonly property real room: pages.height - pages.covered

    /** What the cards of the right column may take. */
    readonly property real sideRoom: height - 2 * Theme.inset - (footed ? buttons.implicitHeight + Theme.space : 0) - (foot.implicitHeight > 0 ? foot.implicitHeight + Theme.gap : 0)
    /**
     * How often they did not fit there: first they stand closer, then `after` goes into the other column, then all do,
     * and the column is as wide as the screen. It stays so, for where they need less room they would fit here again,
     * until text has another size or language. On a wide page, cards that cannot be cut in `columns` stand below each
     * other then, and a list that does not fit is not divided any more: 1.
     */
    property int crowding: 0
    /** Large words do not fit into the narrower column of a nearly square window, whatever they are. */
    readonly property int crowds: squat && Theme.labelsAbove ? 3 : crowding
    readonly property bool squat: frame?.squat ?? false
    readonly property string language: words.nextPageText
    readonly property bool beside: sided && crowds < 3
    readonly property bool besideToo: sided && crowds < 2
    readonly property int sideGap: crowds > 0 ? closest : gap

    /** The cards that stand below one another in the column. */
    readonly property list<Item> cards: {
        const found = [];
        for (const group of besideToo ? [middle, turning] : beside ? [middle, bottom, turning] : [top, middle, bottom, turning])
            for (const card of group.children)
                if (card.visible && card.implicitHeight > 0 && group.parent !== place)
                    found.push(card);
        return found;
    }
    readonly property real tall: cards.reduce((sum, card) => sum + card.implicitHeight, 0)
    /** What lies below the column: buttons, and in landscape a margin of its own. */
    readonly property real below: (sided || !footed ? 0 : buttons.implicitHeight + (landscape ? Theme.inset : 0)) + (landscape ? Theme.hair : 0)

    signal next
    signal other

    /** What is left for one card of the column, beside all others that are there. */
    function roomBeside(card: Item): real {
        let room = root.room;
        for (const group of besideToo ? [middle] : beside ? [middle, bottom] : [top, middle, bottom])
            for (const other of group.children)
                if (other !== card && other.visible && other.implicitHeight > 0)
                    room -= other.implicitHeight + gap;
        return room;
    }

    /** Back to the field in use: what was revealed has been read. */
    function follow(): void {
        pages.wanted = null;
    }

    function crowded(): bool {
        if (beside)
            return top.implicitHeight + (besideToo ? bottom.implicitHeight + bottom.Layout.topMargin : 0) > sideRoom;
        return pages.cramped || turning.implicitHeight > 0 && !pages.whole;
    }

    anchors.fill: parent

    onLandscapeChanged: crowding = 0
    onLanguageChanged: crowding = 0

    Connections {
        function onScaleChanged(): void {
            root.crowding = 0;
        }

        target: Theme
    }

    Connections {
        // Once all is laid out, before it is drawn.
        function onAfterAnimating(): void {
            if (root.crowded())
                ++root.crowding;
        }

        target: root.beside || root.crowding === 0 && (root.columns > 1 || turning.implicitHeight > 0) ? root.Window.window : null
    }

    GridLayout {
        anchors.fill: parent
        columnSpacing: 0
        columns: 2
        enabled: !root.overlaid
        opacity: root.overlaid ? 0 : 1
        rowSpacing: 0

        Pages {
            id: pages

            Layout.bottomMargin: root.landscape ? Theme.hair : root.gap
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
            // Beside what turns a list it would take the height away for want of which it is there.
            place: place.visible && root.footed && turning.implicitHeight === 0 ? place : null
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
            Layout.preferredWidth: root.sideWidth
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
            Layout.preferredWidth: root.sided ? root.sideWidth : -1
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
            Layout.leftMargin: root.broad ? Theme.margin : 0
            Layout.preferredWidth: root.sided ? root.sideWidth : -1
            Layout.rightMargin: root.landscape ? Theme.margin : 0
            Layout.row: 2
            color: root.landscape ? "transparent" : Theme.surface
            implicitHeight: row.implicitHeight + (root.landscape ? 0 : 2 * Theme.gap)
            opacity: root.hidden ? 0 : 1
            visible: root.footed

            Rectangle {
                color: Theme.line
                height: Theme.edgeWidth
                visible: !root.landscape
                width: parent.width
            }

            RowLayout {
                id: row

                /** As wide as both buttons may be. */
                readonly property real both: place.visible ? root.sideWidth : width

                anchors.fill: parent
                anchors.leftMargin: root.landscape ? 0 : Theme.margin
                anchors.rightMargin: root.landscape ? 0 : Theme.margin
                spacing: root.landscape ? Theme.space : Theme.gap

                ColumnLayout {
                    id: place

                    Layout.fillWidth: true
                    Layout.maximumWidth: Infinity
                    Layout.preferredWidth: 0
                    visible: root.broad
                }

                SecondaryButton {
                    id: otherButton

                    Layout.fillWidth: root.primary === ""
                    Layout.maximumWidth: root.landscape && root.primary === "" ? root.sideWidth : Infinity
                    Layout.minimumWidth: root.landscape ? Theme.secondaryNarrow : Theme.secondaryWidth
                    Layout.preferredWidth: Math.min(natural, row.both - (root.primary === "" ? 0 : row.spacing + nextButton.fair))
                    enabled: root.secondaryEnabled
                    objectName: root.secondaryName
                    text: root.secondary
                    visible: root.secondary !== ""

                    onTapped: root.other()
                }

                PrimaryButton {
                    id: nextButton

                    /** As wide as it wants to be, up to half of what there is. */
                    readonly property real fair: Math.min(natural, (row.both - row.spacing) / 2)

                    Layout.fillWidth: !place.visible
                    Layout.preferredWidth: place.visible ? root.sideWidth - (otherButton.visible ? otherButton.width + row.spacing : 0) : -1
                    enabled: root.primaryEnabled
                    icon: root.primaryIcon
                    objectName: root.primaryName
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
        // Said, for a layout forgets it where this comes from another one.
        Layout.preferredHeight: implicitHeight
        Layout.row: 0
        parent: root.beside ? side : column
        spacing: root.beside ? root.sideGap : root.gap
    }

    ColumnLayout {
        id: bottom

        readonly property Item pieces: bottom

        Layout.fillHeight: !root.fills
        Layout.fillWidth: true
        Layout.preferredHeight: implicitHeight
        Layout.row: 2
        Layout.topMargin: implicitHeight > 0 && (root.besideToo ? top.implicitHeight : top.implicitHeight + middle.implicitHeight) > 0 ? (root.besideToo ? root.sideGap : root.gap) : 0
        parent: root.besideToo ? side : column
        spacing: root.besideToo ? root.sideGap : root.gap
    }

    ColumnLayout {
        id: turning

        Layout.fillWidth: true
        Layout.row: 3
        Layout.topMargin: implicitHeight > 0 && parent === column ? root.gap : 0
        parent: place.visible ? place : column
    }
}
