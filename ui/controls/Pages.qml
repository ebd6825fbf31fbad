import QtQuick
import QtQuick.Layouts

/**
 * A column that may be longer than there is room: then it is seen a page at a time, and pages end between rows, never in
 * one. What has the focus is on the page that is shown; while something is typed there is no other page to turn to.
 *
 * An item of the column is one piece, unless it has `pieces`: an item whose children may come to stand on two pages; or,
 * where it is higher than a page, `torn`. What `heads` others stays with the first of them.
 */
Item {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing
    /** Whether an item of the column takes what room is left. */
    property bool fills: false
    /** How much of the height is covered, from below. */
    property real covered: 0
    /** Whether a keypad or a keyboard is there: what is shown follows the field in use. */
    property bool typing: false
    required property string previousText
    required property string nextText
    /** Which page of how many, in words. */
    required property string text

    /** What the pager stands in instead of below the column, if there is a place for it. */
    property Item place: null

    /** As much of the column as is seen at once, if it is not all. */
    readonly property real room: height - covered - (typing || place ? 0 : pager.implicitHeight + Theme.gap)
    readonly property bool whole: column.implicitHeight <= height - covered
    /** Where pages begin, from the top of the column. */
    property list<real> starts: [0]
    readonly property int pages: whole ? 1 : Math.max(1, starts.length)
    readonly property int page: Math.min(shown, pages - 1) + 1
    /** Some of it is higher than a page, and cannot be cut. */
    property bool cramped: false
    /** Where what is seen begins and ends. */
    property real from: 0
    property real to: column.height
    property int shown: 0
    property Item used: null
    /**
     * What is to be seen next, whatever has the focus: the first of those that ask for it. Where something is typed it
     * stays until something is.
     */
    property Item wanted: null
    /** So far apart may lie what only touches. */
    readonly property real rounding: 0.5
    /** What of the column is on other pages. */
    property list<Item> hidden

    /** Between which lines of the column each of its pieces lies, from the top. */
    function parts(parted: Item): var {
        const found = [];
        for (const item of parted.children) {
            if (!item.visible || item.height <= 0 || item.width <= 0)
                continue;
            const inner = item.pieces ?? (item.height > room ? item.torn : null) ?? null;
            if (inner)
                found.push(...parts(inner));
            else
                found.push({
                    item: item,
                    top: item.mapToItem(column, 0, 0).y,
                    bottom: item.mapToItem(column, 0, item.height).y,
                    heads: item.heads ?? false
                });
        }
        return found.sort((one, other) => one.top - other.top);
    }

    /**
     * The lines at which the column may be cut: no piece lies on both sides. Each has an end above and a beginning, and
     * is `headed` if what is above it heads what is below.
     */
    function cuts(): var {
        const found = [];
        let end = 0;
        let headed = false;
        for (const piece of parts(column)) {
            if (found.length === 0 || piece.top > end - rounding)
                found.push({
                    begin: found.length === 0 ? 0 : piece.top,
                    end: end,
                    headed: headed
                });
            end = Math.max(end, piece.bottom);
            headed = piece.heads;
        }
        found.push({
            begin: end,
            end: column.height,
            headed: false
        });
        return found;
    }

    /** The last line that can be reached from a beginning, below no heading if it can be helped: the index of a cut. */
    function reach(found: var, at: int): int {
        let last = at + 1;
        while (last + 1 < found.length && found[last + 1].end - found[at].begin <= room)
            ++last;
        let whole = last;
        while (whole > at && found[whole].headed)
            --whole;
        return whole > at ? whole : last;
    }

    /** Only pieces between these lines can be seen: what is drawn as a shape is not clipped. */
    function show(from: real, to: real): void {
        const out = parts(column).filter(piece => piece.bottom < from + rounding || piece.top > to - rounding).map(piece => piece.item);
        // Some may have left the column meanwhile.
        for (const item of hidden)
            if (item && !out.includes(item))
                item.opacity = 1;
        for (const item of out)
            item.opacity = 0;
        hidden = out;
    }

    /** Finds the pages anew, and shows the one with what is used. Once all is in its place, before it is drawn. */
    function part(): void {
        const found = cuts();
        if (found.length < 2)
            return;
        const begun = [];
        for (let at = 0; at < found.length - 1; at = reach(found, at))
            begun.push(at);
        starts = begun.map(at => found[at].begin);
        cramped = begun.some(at => found[reach(found, at)].end - found[at].begin > room);
        const field = contains(column, root.Window.activeFocusItem) ? root.Window.activeFocusItem : null;
        const last = (cuts, foot) => cuts.reduce((found, cut, at) => cut.begin < foot ? at : found, 0);
        const pieces = parts(column);
        const footOf = item => pieces.find(piece => contains(piece.item, item))?.bottom ?? 0;
        let at = begun[Math.min(shown, begun.length - 1)];
        if (field && field !== used) {
            shown = last(begun.map(at => found[at]), footOf(field));
            at = begun[shown];
        }
        const told = wanted;
        if (told) {
            shown = last(begun.map(at => found[at]), footOf(told));
            at = begun[shown];
            if (!typing || field !== used)
                wanted = null;
        }
        used = field;
        if (typing && field) {
            const foot = footOf(wanted ?? field);
            at = found.findIndex(cut => !cut.headed && foot + Theme.inset - cut.begin <= room);
            at = at < 0 ? last(found, foot) : Math.min(at, last(found, foot));
        }
        from = found[at].begin;
        to = found[reach(found, at)].end;
        show(from, to);
    }

    function contains(whole: Item, part: Item): bool {
        while (part && part !== whole)
            part = part.parent;
        return part !== null;
    }

    /** A page, from 0, whatever has the focus. */
    function turnTo(page: int): void {
        shown = Math.max(0, Math.min(pages - 1, page));
        used = contains(column, root.Window.activeFocusItem) ? root.Window.activeFocusItem : null;
    }

    function reveal(item: Item): void {
        if (!contains(column, item))
            return;
        if (wanted === null || item.mapToItem(column, 0, 0).y < wanted.mapToItem(column, 0, 0).y)
            wanted = item;
    }

    function turn(by: int): void {
        turnTo(page - 1 + by);
    }

    implicitHeight: column.implicitHeight
    implicitWidth: column.implicitWidth
    objectName: "pages"

    onWholeChanged: if (whole) {
        shown = 0;
        used = null;
        wanted = null;
        cramped = false;
        show(-Infinity, Infinity);
    }

    Connections {
        function onAfterAnimating(): void {
            root.part();
        }

        target: root.whole ? null : root.Window.window
    }

    Item {
        clip: !root.whole
        // What is around a control lies outside of it.
        height: root.whole ? root.height : root.to - root.from + 2 * Theme.ringReach
        width: root.width + 2 * Theme.ringReach
        x: -Theme.ringReach
        y: -Theme.ringReach

        ColumnLayout {
            id: column

            height: root.whole && root.fills ? root.height - root.covered : undefined
            spacing: Theme.gap
            width: root.width
            x: Theme.ringReach
            y: Theme.ringReach - (root.whole ? 0 : root.from)
        }
    }

    ColumnLayout {
        id: foot

        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.covered
        width: parent.width
    }

    Pager {
        id: pager

        nextText: root.nextText
        page: root.page
        pages: root.pages
        parent: root.place ?? foot
        previousText: root.previousText
        text: root.text
        visible: !root.whole && !root.typing

        onTurned: by => root.turn(by)
    }
}
