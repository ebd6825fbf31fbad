pragma ComponentBehavior: Bound

import QtQuick

/** Rows that touch each other, in one white box. Rows are `{id, title, caption, icon}`. */
Card {
    id: root

    required property var rows
    property string role: "row"
    /** For rows that bring none. */
    property string icon: ""

    signal chosen(id: string)

    inset: 0
    sideInset: 0
    spacing: 0

    Repeater {
        model: root.rows

        ListRow {
            required property int index
            required property var modelData

            caption: modelData.caption
            enabled: modelData.enabled
            icon: modelData.icon || root.icon
            last: index === root.rows.length - 1
            objectName: root.role + "." + modelData.id
            title: modelData.title

            onTapped: root.chosen(modelData.id)
        }
    }
}
