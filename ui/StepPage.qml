import QtQuick
import "controls"

/**
 * A screen: cards in one column, its buttons below. In landscape `before` and `after` stand at the right, above the
 * buttons. The primary button is always at the same place. Fills the frame's holder.
 */
Item {
    id: root

    default property alias main: middle.data
    /** Cards above the main ones, or at the top of the right column. */
    property alias before: top.data
    /** Cards below the main ones, or under `before` in the right column. */
    property alias after: bottom.data
    /** A panel over the whole width at the foot, or at the foot of the right column: the keypad. */
    property alias foot: foot.data
    property string primary: ""
    property bool primaryEnabled: true
    property string primaryIcon: ""
    property string secondary: ""
    property bool secondaryEnabled: true
    /** In landscape the main cards take both columns; for screens without buttons and side cards. */
    property bool wide: false
    /** What must be seen below the field in use. */
    property int below: 32

    readonly property bool landscape: Theme.landscape
    readonly property bool footed: primary !== "" || secondary !== ""
    readonly property int sideWidth: 576
    readonly property int footerHeight: Theme.buttonHeight + 48
    /** Where the content ends, from the top. */
    readonly property real contentHeight: height - (footed && !landscape ? footerHeight : 0)
    readonly property real contentWidth: landscape && !wide ? 1216 : width - 2 * Theme.margin
    /** What the main cards may take. */
    readonly property real room: landscape ? height - 56 : contentHeight - top.height - bottom.height - foot.height - 56 - gaps * Theme.gap

    readonly property int gaps: (top.height > 0 ? 1 : 0) + (bottom.height > 0 ? 1 : 0)
    readonly property int cards: shown(top) + shown(middle) + shown(bottom)
    readonly property real natural: tall(top) + tall(middle) + tall(bottom)
    /** Between cards: spread evenly over what is left, within reason. */
    property int gap: landscape || foot.height > 0 ? Theme.gap : Math.max(Theme.gap - 4, Math.min(40, (contentHeight - 64 - natural) / Math.max(1, cards)))

    /** Between the cards of the right column, so that they end above the buttons. */
    readonly property int sideGap: {
        const end = height - 32 - (footed ? Theme.buttonHeight + 16 : 0) - (foot.height ? foot.height + Theme.gap : 0);
        const cards = shown(top) + shown(bottom);
        return Math.max(12, Math.min(Theme.gap, (end - 32 - tall(top) - tall(bottom)) / Math.max(1, cards - 1)));
    }

    /**
     * How far the cards are moved up so that keyboard and keypad do not cover the field in use: found anew whenever
     * the cards are laid out, as the field moves with them.
     */
    readonly property real lifted: {
        const field = Theme.covered > 0 || foot.height > 0 ? root.Window.activeFocusItem : null;
        return field && middle.height > 0 ? Math.max(0, field.mapToItem(middle, 0, field.height + below).y + firstY - end) : 0;
    }
    /** Where what can be seen ends. */
    readonly property real end: Theme.covered > 0 ? height - Theme.covered : landscape ? height : contentHeight - foot.height
    readonly property real firstY: landscape || top.height === 0 ? 32 : 32 + top.height + gap

    signal next
    signal other

    function shown(column: Item): int {
        let count = 0;
        for (const card of column.children)
            count += card.visible && card.height > 0 ? 1 : 0;
        return count;
    }

    function tall(column: Item): real {
        let height = 0;
        for (const card of column.children)
            height += card.visible ? card.height : 0;
        return height;
    }

    /** What the main cards may take of their column where cards are `space` apart. */
    function roomAt(space: int): real {
        return contentHeight - 64 - (landscape ? 0 : tall(top) + tall(bottom) + (shown(top) + shown(bottom)) * space);
    }

    anchors.fill: parent

    Column {
        id: top

        spacing: root.landscape ? root.sideGap : root.gap
        width: root.landscape ? root.sideWidth : root.contentWidth
        x: root.landscape ? root.width - width - Theme.margin : Theme.margin
        y: root.landscape ? 32 : 32 - root.lifted
    }

    Column {
        id: middle

        spacing: root.gap
        width: root.contentWidth
        x: Theme.margin
        y: root.firstY - root.lifted
    }

    Column {
        id: bottom

        spacing: root.landscape ? root.sideGap : root.gap
        width: top.width
        x: top.x
        y: root.landscape ? (top.height ? top.y + top.height + root.sideGap : 32) : middle.y + middle.height + root.gap
    }

    Item {
        id: foot

        height: childrenRect.height
        width: root.landscape ? root.sideWidth : root.width
        x: root.landscape ? top.x : 0
        y: root.landscape ? buttons.y - height - Theme.gap : root.contentHeight - height
    }

    Rectangle {
        color: Theme.surface
        height: root.footerHeight
        visible: root.footed && !root.landscape
        width: root.width
        y: root.contentHeight

        Rectangle {
            color: Theme.line
            height: 2
            width: parent.width
        }
    }

    Item {
        id: buttons

        height: Theme.buttonHeight
        visible: root.footed
        width: root.landscape ? root.sideWidth : root.width - 2 * Theme.margin
        x: root.landscape ? top.x : Theme.margin
        y: root.landscape ? root.height - height - 32 : root.contentHeight + 24

        SecondaryButton {
            id: otherButton

            enabled: root.secondaryEnabled
            height: parent.height
            objectName: "secondary"
            text: root.secondary
            visible: root.secondary !== ""
            width: root.landscape ? Math.max(216, root.secondary.length * 32 + 40) : 304

            onTapped: root.other()
        }

        PrimaryButton {
            anchors.right: parent.right
            enabled: root.primaryEnabled
            height: parent.height
            icon: root.primaryIcon
            objectName: "next"
            text: root.primary
            visible: root.primary !== ""
            width: parent.width - (otherButton.visible ? otherButton.width + (root.landscape ? 16 : 24) : 0)

            onTapped: root.next()
        }
    }
}
