pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** Words to choose from, in columns. */
Flow {
    id: root

    /** `{place, text, columns}` each. */
    required property var words
    required property int columns
    required property real unit
    required property int keyHeight

    signal chosen(index: int)

    Rows {
        id: list

        rows: root.words

        WordKey {
            required property int index
            readonly property var word: list.held[index]

            height: root.keyHeight
            objectName: "word." + word.place
            text: word.text
            width: word.columns * (root.unit + root.spacing) - root.spacing - 0.01

            onTapped: root.chosen(word.place)
        }
    }
}
