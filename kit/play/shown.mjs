export const all = () => true;
export const named = item => item.objectName !== "";
export const texts = item => item.truncated !== undefined;
export const overlays = item => item.overlay === true;
export const called = name => item => item.objectName === name;

// What of `whole` is wanted and not hidden, from there on, in drawing order: what is seen has the opacity `seen`, and so
// has all around it. `windows` are the parts of the scene outside of which something is clipped away, `through` says by
// which of them each that was found is seen. The first is that of `whole`; where there is none all of the scene is seen.
export function look(whole, seen, wanted) {
    const found = [], through = [], windows = [around(whole.parent)];
    for (let item = whole.parent; item; item = item.parent)
        if (item.opacity < seen)
            return [found, through, windows];
    const items = [whole], theirs = [0];
    while (items.length > 0) {
        const item = items.pop(), at = theirs.pop();
        if (!item.visible || item.opacity < seen)
            continue;
        if (wanted(item)) {
            found.push(item);
            through.push(at);
        }
        const children = item.children, count = children.length;
        if (count === 0)
            continue;
        const inner = item.clip ? windows.push(clipped(item, windows[at])) - 1 : at;
        for (let child = count - 1; child >= 0; child--) {
            items.push(children[child]);
            theirs.push(inner);
        }
    }
    return [found, through, windows];
}

// The window in which is seen what an item has in it, by itself and all around it.
function around(item) {
    if (!item)
        return undefined;
    const window = around(item.parent);
    return item.clip ? clipped(item, window) : window;
}

function clipped(item, window) {
    const own = item.mapToItem(null, 0, 0, item.width, item.height);
    if (!window)
        return own;
    const left = Math.max(own.left, window.left), top = Math.max(own.top, window.top);
    const right = Math.min(own.right, window.right), bottom = Math.min(own.bottom, window.bottom);
    return Qt.rect(left, top, Math.max(right - left, 0), Math.max(bottom - top, 0));
}
