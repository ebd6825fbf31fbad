import QtQuick

/** What can be chosen, by its name; once it is, behind a tick. */
Row {
    id: root

    required property string text
    required property bool chosen
    required property real room

    spacing: Theme.hair

    Icon {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        color: Theme.accentInk
        name: "tick"
        size: Theme.frameNote
        visible: root.chosen
        weight: 6
    }

    Fitted {
        color: root.chosen ? Theme.accentInk : Theme.ink
        font.bold: true
        font.pixelSize: Theme.frameLabel
        height: implicitHeight
        text: root.text
        width: Math.min(implicitWidth, root.room - (root.chosen ? sign.width + root.spacing : 0))
    }
}
