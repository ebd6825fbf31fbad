pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** Three pictures of a phone: open the app, tap to scan, scan and confirm. The words are captions. */
Card {
    id: root

    required property list<string> captions
    /** The app's character, and what its button that scans is called; empty for a plus sign. */
    required property string app
    required property string scanText
    /** Without room for the pictures there are only the captions. */
    property bool pictured: true

    readonly property int captionHeight: 52 + 2 * inset
    readonly property int pictureHeight: captionHeight + 178

    inset: Theme.landscape ? 18 : 24
    sideInset: pictured ? Theme.inset : 16

    Row {
        anchors.horizontalCenter: parent?.horizontalCenter
        spacing: root.pictured ? 0 : 32

        Repeater {
            model: root.captions

            Column {
                id: step

                required property int index
                required property string modelData

                spacing: 16
                width: root.pictured ? (root.width - 2 * root.sideInset) / root.captions.length : implicitWidth

                PhonePicture {
                    anchors.horizontalCenter: parent.horizontalCenter
                    app: root.app
                    scanText: root.scanText
                    scene: step.index
                    visible: root.pictured
                }

                Row {
                    anchors.horizontalCenter: parent.horizontalCenter
                    spacing: 12

                    Disc {
                        anchors.verticalCenter: parent.verticalCenter
                        text: (step.index + 1).toString()
                    }

                    Title {
                        anchors.verticalCenter: parent.verticalCenter
                        font.pixelSize: root.pictured ? Theme.note : Theme.caption
                        text: step.modelData
                    }
                }
            }
        }
    }
}
