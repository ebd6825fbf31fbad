import QtQuick
import QtQuick.Layouts

/** Pages instead of scrolling: back, which page of how many, forward. */
RowLayout {
    id: root

    required property int page
    required property int pages
    required property string text
    required property string previousText
    required property string nextText
    property int size: Theme.frameLabel
    /** What its buttons are called by who tests. */
    property string called: "page"

    signal turned(by: int)

    Layout.fillWidth: true
    spacing: Theme.space
    visible: pages > 1

    SecondaryButton {
        Layout.preferredHeight: Theme.fieldHeight
        Layout.preferredWidth: Theme.turnWidth
        enabled: root.page > 1
        icon: "up"
        objectName: root.called + ".previous"
        size: Theme.frameField
        text: root.previousText

        onTapped: root.turned(-1)
    }

    Sentence {
        // As large as a heading it is one, of what is turned.
        Accessible.role: font.bold ? Accessible.Heading : Accessible.StaticText
        Layout.fillWidth: true
        Layout.preferredWidth: 0
        font.bold: root.size > Theme.frameLabel
        font.pixelSize: root.size
        horizontalAlignment: Text.AlignHCenter
        objectName: "text." + root.called
        sentence: root.text
    }

    SecondaryButton {
        Layout.preferredHeight: Theme.fieldHeight
        Layout.preferredWidth: Theme.turnWidth
        enabled: root.page < root.pages
        icon: "down"
        objectName: root.called + ".next"
        size: Theme.frameField
        text: root.nextText

        onTapped: root.turned(1)
    }
}
