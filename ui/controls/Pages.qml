import QtQuick
import QtQuick.Layouts

/**
 * A column that may be longer than there is room: then it is seen a page at a time, and pages end between rows, never in
 * one. What has the focus is on the page that is shown; while something is typed there is no other page to turn to.
 *
 * An item of the column is one piece, unless it has `pieces`: an item whose children may come to stand on two pages. What
 * `heads` others stays with the first of them.
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
    /** What must be seen below the field in use. */
    property real below: Theme.inset
    required property string previousText
    required property string nextText
    /** Which page of how many, in words. */
    required property string text

    /** As much of the column as is seen at once, if it is not all. */
    readonly property real room: height - covered - (typing ? 0 : pager.implicitHeight + Theme.gap)
    readonly property bool whole: column.implicitHeight <= height - covered
    /** Where pages begin, from the top of the column. */
    property list<real> starts: [0]
    readonly property int pages: whole ? 1 : Math.max(1, starts.length)
    readonly property int page: Math.min(shown, pages - 1) + 1
    /** Where what is seen begins and ends. */
    property real from: 0
    property real to: column.height
    property int shown: 0
    property Item used: null
    /** What is to be seen next, whatever has the focus: the first of those that ask for it. */
    property Item wanted: null

    /** Between which lines of the column each of its pieces lies, from the top. */
    function parts(parted: Item): var {
        const found = [];
        for (const item of parted.children) {
            if (!item.visible || item.height <= 0 || item.width <= 0)
                continue;
            const inner = item.pieces ?? null;
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

    /** The lines at which the column may be cut: no piece lies on both sides. Each has an end above and a beginning. */
    function cuts(): var {
        const found = [];
        let end = 0;
        let headed = false;
        for (const piece of parts(column)) {
            if (found.length === 0 || piece.top >= end && !headed)
                found.push({
                    begin: found.length === 0 ? 0 : piece.top,
                    end: end
                });
            end = Math.max(end, piece.bottom);
            headed = piece.heads;
        }
        found.push({
            begin: end,
            end: column.height
        });
        return found;
    }

    /** The last line that can be reached from a beginning: the index of a cut. */
    function reach(found: var, at: int): int {
        let last = at + 1;
        while (last + 1 < found.length && found[last + 1].end - found[at].begin <= room)
            ++last;
        return last;
    }

    /** Only pieces between these lines can be seen: what is drawn as a shape is not clipped. */
    function show(from: real, to: real): void {
        for (const piece of parts(column))
            piece.item.opacity = piece.bottom > from && piece.top < to ? 1 : 0;
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
        const field = within(root.Window.activeFocusItem) ? root.Window.activeFocusItem : null;
        const last = (cuts, foot) => cuts.reduce((found, cut, at) => cut.begin < foot ? at : found, 0);
        const foot = field ? field.mapToItem(column, 0, field.height).y : 0;
        let at = begun[Math.min(shown, begun.length - 1)];
        if (field && field !== used) {
            shown = last(begun.map(at => found[at]), foot);
            at = begun[shown];
        }
        used = field;
        if (wanted) {
            shown = last(begun.map(at => found[at]), wanted.mapToItem(column, 0, wanted.height).y);
            at = begun[shown];
            wanted = null;
        }
        if (typing && field) {
            const end = Math.max(foot + below, found.find(cut => cut.end >= foot).end);
            at = found.findIndex(cut => end - cut.begin <= room);
            at = at < 0 ? last(found, foot) : Math.min(at, last(found, foot));
        }
        from = found[at].begin;
        to = found[reach(found, at)].end;
        show(from, to);
    }

    function within(item: Item): bool {
        while (item && item !== column)
            item = item.parent;
        return item !== null;
    }

    /** A page, from 0, whatever has the focus. */
    function turnTo(page: int): void {
        shown = Math.max(0, Math.min(pages - 1, page));
        used = within(root.Window.activeFocusItem) ? root.Window.activeFocusItem : null;
    }

    function reveal(item: Item): void {
        if (wanted === null || item.mapToItem(column, 0, 0).y < wanted.mapToItem(column, 0, 0).y)
            wanted = item;
    }

    function turn(by: int): void {
        turnTo(page - 1 + by);
    }

    implicitHeight: column.implicitHeight
    implicitWidth: column.implicitWidth

    onWholeChanged: if (whole) {
        shown = 0;
        used = null;
        wanted = null;
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

    Pager {
        id: pager

        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.covered
        nextText: root.nextText
        page: root.page
        pages: root.pages
        previousText: root.previousText
        text: root.text
        visible: !root.whole && !root.typing
        width: parent.width

        onTurned: by => root.turn(by)
    }
}
