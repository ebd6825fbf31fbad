import QtQuick

/** Pages instead of scrolling: back, which page of how many, forward. */
Item {
    id: root

    required property int page
    required property int pages
    required property string text
    required property string previousText
    required property string nextText
    property int size: Theme.label

    signal turned(by: int)

    implicitHeight: Theme.fieldHeight
    visible: pages > 1
    width: parent?.width ?? 0

    SecondaryButton {
        enabled: root.page > 1
        height: parent.height
        icon: "up"
        objectName: "page.previous"
        size: Theme.field
        text: root.previousText
        width: 280

        onTapped: root.turned(-1)
    }

    Label {
        anchors.centerIn: parent
        font.bold: root.size > Theme.label
        font.pixelSize: root.size
        objectName: "text.page"
        text: root.text
    }

    SecondaryButton {
        anchors.right: parent.right
        enabled: root.page < root.pages
        height: parent.height
        icon: "down"
        objectName: "page.next"
        size: Theme.field
        text: root.nextText
        width: 280

        onTapped: root.turned(1)
    }
}
