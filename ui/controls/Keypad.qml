pragma ComponentBehavior: Bound

import QtQuick

/** Digits, perhaps X, in a sunken panel: names the field, counts what was typed. Its words come in from outside. */
Rectangle {
    id: root

    required property string deleteText
    required property string clearText
    /** On to the next field. */
    required property string nextText
    property string caption: ""
    property string counted: ""

    /** Nine digits, and what stands below them: 0, perhaps X. */
    required property list<string> characters

    readonly property int side: Theme.landscape ? 24 : Theme.margin
    readonly property int gap: 16
    readonly property int keyWidth: (width - 2 * side - 3 * gap) / 4

    signal pressed(key: string)
    signal erased
    signal cleared
    signal next

    color: Theme.sunken
    implicitHeight: keys.y + keys.height + 28
    radius: Theme.landscape ? Theme.cardRadius : 0

    Title {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: root.side
        anchors.top: parent.top
        anchors.topMargin: 28
        font.pixelSize: Theme.label
        text: root.caption
    }

    Label {
        id: count

        anchors.right: parent.right
        anchors.rightMargin: root.side
        color: Theme.ink2
        objectName: "text.counted"
        text: root.counted
        y: heading.y + (Theme.landscape ? heading.height : 0)
    }

    Flow {
        id: keys

        anchors.left: parent.left
        anchors.leftMargin: root.side
        anchors.top: count.bottom
        anchors.topMargin: 20
        spacing: root.gap
        width: 3 * root.keyWidth + 2 * root.gap + 1

        Rows {
            id: list

            rows: root.characters

            Key {
                required property int index
                readonly property string modelData: list.held[index]

                objectName: "key." + modelData.toLowerCase()
                text: modelData
                width: modelData === "0" ? (root.characters.length > 10 ? 2 : 3) * (root.keyWidth + root.gap) - root.gap : root.keyWidth

                onTapped: root.pressed(text)
            }
        }
    }

    Column {
        anchors.right: parent.right
        anchors.rightMargin: root.side
        anchors.top: keys.top
        spacing: root.gap

        Key {
            icon: Theme.landscape ? "" : "erase"
            objectName: "key.delete"
            text: root.deleteText
            width: root.keyWidth

            onTapped: root.erased()
        }

        Key {
            objectName: "key.clear"
            text: root.clearText
            width: root.keyWidth

            onTapped: root.cleared()
        }

        Key {
            height: 2 * implicitHeight + root.gap
            icon: "down"
            objectName: "key.next"
            text: root.nextText
            upright: true
            width: root.keyWidth

            onTapped: root.next()
        }
    }
}
