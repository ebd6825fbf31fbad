pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** Three pictures of a phone: open the app, tap to scan, scan and confirm. The words are captions. */
Card {
    id: root

    required property list<string> captions

    inset: Theme.landscape ? 18 : 24

    Row {
        width: parent?.width ?? 0

        Repeater {
            model: root.captions

            Column {
                id: step

                required property int index
                required property string modelData

                spacing: 16
                width: (parent?.width ?? 0) / root.captions.length

                PhonePicture {
                    anchors.horizontalCenter: parent.horizontalCenter
                    scene: step.index
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
                        font.pixelSize: Theme.note
                        text: step.modelData
                    }
                }
            }
        }
    }
}
