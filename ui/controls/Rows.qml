import QtQuick

/**
 * A Repeater over rows that change while they are looked at. As long as there are as many, their items stay, so that no
 * touch is lost that falls on the moment of the change; a delegate takes its row from `held[index]`.
 */
Repeater {
    id: root

    required property var rows
    /** The rows, and behind them what items that are on their way out still look at. */
    property var held: []

    function take(): void {
        if (rows.length !== model)
            model = 0;
        held = rows.concat(held.slice(rows.length));
        model = rows.length;
    }

    model: 0

    Component.onCompleted: take()
    onRowsChanged: take()
}
