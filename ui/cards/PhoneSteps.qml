pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../controls"

/** Three pictures of a phone: open the app, tap to scan, scan and confirm. The words are captions. */
Card {
    id: root

    required property list<string> captions
    /** The app's character, and what its button that scans is called; empty for a plus sign. */
    required property string app
    required property string scanText
    /** The height there is: without room for the pictures there are only the captions, or nothing. */
    required property real room

    readonly property int captionHeight: Theme.px(52) + 2 * inset
    readonly property int pictureHeight: captionHeight + 178
    readonly property bool pictured: pictureHeight <= room

    inset: Theme.gap
    sideInset: pictured ? Theme.inset : Theme.space
    visible: captionHeight <= room && (pictured || line.implicitWidth <= (parent?.width ?? 0) - 2 * sideInset)

    RowLayout {
        id: line

        Layout.alignment: Qt.AlignHCenter
        spacing: root.pictured ? 0 : Theme.inset
        uniformCellSizes: root.pictured

        Repeater {
            model: root.captions

            ColumnLayout {
                id: step

                required property int index
                required property string modelData

                Layout.alignment: Qt.AlignHCenter
                spacing: Theme.space

                PhonePicture {
                    Layout.alignment: Qt.AlignHCenter
                    app: root.app
                    scanText: root.scanText
                    scene: step.index
                    visible: root.pictured
                }

                RowLayout {
                    Layout.alignment: Qt.AlignHCenter
                    Layout.fillWidth: false
                    spacing: 12

                    Disc {
                        text: (step.index + 1).toString()
                    }

                    Title {
                        Layout.maximumWidth: root.pictured ? root.column.width / Math.max(1, root.captions.length) - 60 : Infinity
                        font.pixelSize: root.pictured ? Theme.note : Theme.caption
                        text: step.modelData
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
    }
}
