import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "cards"
import "controls"

/** Over everything: the screen rests, and comes back by itself. */
Overlay {
    id: root

    required property FrozenViewModel frozen

    color: Theme.veil
    name: frozen.title
    objectName: "frozen"

    Card {
        anchors.centerIn: parent
        inset: Theme.insetLarge
        sideInset: Theme.insetLarge
        spacing: 32
        width: Theme.dialogWidth

        Ring {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredHeight: 272
            Layout.preferredWidth: 272
            caption: root.frozen.figureCaption
            part: root.frozen.share
            size: 104
            stroke: 18
            text: root.frozen.figure
        }

        Title {
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            font.pixelSize: Theme.outcome
            horizontalAlignment: Text.AlignHCenter
            text: root.frozen.title
            wrapMode: Text.Wrap
        }

        Sentence {
            Layout.fillWidth: true
            font.pixelSize: Theme.field
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.frozen"
            sentence: root.frozen.text
        }
    }
}
