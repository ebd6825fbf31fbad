import QtQuick

/** Turns to the page on which an item says something, where what it stands on has pages. */
QtObject {
    id: root

    required property Item item

    function show(): void {
        for (let at = item.parent; at; at = at.parent) {
            const pages = at as Pages;
            if (pages) {
                pages.reveal(item);
                return;
            }
        }
    }
}
