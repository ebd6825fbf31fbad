pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** A tax certificate as lines and bars, with the one number on it that is asked for ringed. */
Rectangle {
    id: root

    required property string title
    required property string sample
    required property string sampleText
    /** Where the number is printed: `corner` above at the right, `row` in the first column of the table. */
    required property string at

    /** As drawn; all else follows its width. */
    readonly property int drawn: 604
    readonly property real part: width / drawn
    readonly property bool corner: at === "corner"

    Accessible.ignored: true
    color: Theme.sunken
    implicitHeight: 400 * part
    implicitWidth: drawn
    radius: 16 * part

    Item {
        height: 400
        scale: root.part
        transformOrigin: Item.TopLeft
        width: root.drawn

        Rectangle {
            border.color: Theme.control
            border.width: 3
            color: Theme.surface
            height: 372
            width: 576
            x: 14
            y: 14
        }

        Title {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.ink
            font.pixelSize: 44
            text: root.title
            y: root.corner ? 138 : 44
        }

        Repeater {
            model: root.corner ? [Qt.rect(48, 214, 190, 9), Qt.rect(292, 214, 150, 9)] : [Qt.rect(48, 122, 190, 9), Qt.rect(292, 122, 150, 9)]

            Rectangle {
                required property rect modelData

                color: Theme.line
                height: modelData.height
                radius: 4
                width: modelData.width
                x: modelData.x
                y: modelData.y
            }
        }

        Repeater {
            model: root.corner ? [0, 1, 2] : [0, 1, 2, 3]

            Rectangle {
                required property int modelData

                border.color: Theme.control
                border.width: 2
                color: "transparent"
                height: 40
                width: 512
                x: 46
                y: (root.corner ? 244 : 152) + modelData * 38
            }
        }

        Repeater {
            model: root.corner ? [170, 300, 430] : [350, 440]

            Rectangle {
                required property int modelData

                color: Theme.control
                height: root.corner ? 116 : 154
                width: 2
                x: modelData
                y: root.corner ? 244 : 152
            }
        }

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.demo
            font.bold: true
            font.pixelSize: 76
            opacity: 0.2
            rotation: -14
            text: root.sampleText
            y: root.corner ? 252 : 262
        }

        Rectangle {
            border.color: Theme.accent
            border.width: 6
            color: Theme.tint
            height: 88
            radius: 14
            width: root.corner ? 500 : 400
            x: root.corner ? 80 : 30
            y: root.corner ? 30 : 178

            Label {
                anchors.centerIn: parent
                color: Theme.accentInk
                font.bold: true
                font.pixelSize: 36
                fontSizeMode: Text.HorizontalFit
                horizontalAlignment: Text.AlignHCenter
                minimumPixelSize: 12
                text: root.sample
                width: parent.width - 32
            }
        }
    }
}
