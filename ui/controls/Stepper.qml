import QtQuick

/** A small number with a button for less and one for more. */
Row {
    id: root

    required property int value
    required property int most
    /** What its buttons do, for who has it read out. */
    property string fewerText: ""
    property string moreText: ""

    signal added(by: int)

    spacing: 16

    SecondaryButton {
        enabled: root.value > 1
        height: Theme.fieldHeight
        icon: "minus"
        name: root.fewerText
        objectName: "fewer"
        size: Theme.tile
        text: ""
        width: 112

        onTapped: root.added(-1)
    }

    Title {
        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: Theme.outcome
        horizontalAlignment: Text.AlignHCenter
        objectName: "text.copies"
        text: root.value
        width: Theme.px(72)
    }

    SecondaryButton {
        enabled: root.value < root.most
        height: Theme.fieldHeight
        icon: "plus"
        name: root.moreText
        objectName: "more"
        size: Theme.tile
        text: ""
        width: 112

        onTapped: root.added(1)
    }
}
