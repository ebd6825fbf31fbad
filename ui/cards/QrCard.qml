import QtQuick
import "../controls"

/** The code at the left; at the right what to do, how long it holds, what is waited for. */
Card {
    id: root

    required property string code
    required property string phase
    required property string heading
    required property string clock
    required property string caption
    required property string says
    required property string demo
    /** What is left of the time, 0 to 1. */
    required property real share

    /** Nothing is heard from the network, and the code may still be paid. */
    readonly property bool silent: phase === "silent"
    /** The network is asked for a code, or to close one. */
    readonly property bool busy: phase === "creating" || phase === "closing"
    readonly property bool open: code !== ""
    readonly property bool landscape: Theme.landscape
    /** Modules of the code with its quiet zone, by what its versions hold at level M (ISO/IEC 18004). */
    readonly property int modules: code.length <= 42 ? 37 : code.length <= 62 ? 41 : code.length <= 84 ? 45 : 49
    /** Whole pixels a module, so that codes of all lengths are about as large. */
    readonly property int module: (landscape ? 410 : 546) / modules

    inset: open ? (landscape ? 20 : 24) : 72

    Item {
        height: Math.max(frame.height, words.height)
        visible: root.open
        width: parent?.width ?? 0

        Rectangle {
            id: frame

            anchors.verticalCenter: parent.verticalCenter
            antialiasing: true
            border.color: Theme.accent
            border.width: 6
            color: "#FFFFFF"
            height: width
            radius: Theme.buttonRadius
            width: picture.width + 20

            Image {
                id: picture

                Accessible.name: root.heading
                Accessible.role: Accessible.Graphic
                anchors.centerIn: parent
                objectName: "qr"
                smooth: false
                source: root.open ? "image://qr/" + root.module + "/" + encodeURIComponent(root.code) : ""
            }
        }

        Column {
            id: words

            anchors.left: frame.right
            anchors.right: parent.right
            anchors.rightMargin: -12
            anchors.verticalCenter: parent.verticalCenter
            spacing: root.landscape ? 16 : 26

            Title {
                anchors.horizontalCenter: parent.horizontalCenter
                horizontalAlignment: Text.AlignHCenter
                text: root.landscape ? root.heading.replace("\n", "") : root.heading
            }

            Ring {
                anchors.horizontalCenter: parent.horizontalCenter
                caption: root.caption
                part: root.share
                text: root.clock
            }

            Item {
                implicitHeight: state.height
                width: parent.width

                Rectangle {
                    anchors.verticalCenter: sign.verticalCenter
                    antialiasing: true
                    color: Theme.accent
                    height: 24
                    radius: 12
                    visible: !root.silent
                    width: 24
                    x: sign.x + 8
                }

                Icon {
                    id: sign

                    color: Theme.warnInk
                    name: root.silent ? "clock" : ""
                    size: 36
                    weight: 4.6
                    x: (parent.width - state.contentWidth - 48) / 2
                    y: Theme.label * 0.68 - 18
                }

                Sentence {
                    id: state

                    color: root.silent ? Theme.warnInk : Theme.accentInk
                    font.bold: true
                    font.pixelSize: Theme.label
                    objectName: root.open ? "text.state" : ""
                    sentence: root.says
                    width: parent.width - 48
                    x: sign.x + 48
                }
            }

            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                color: Theme.demoInk
                font.pixelSize: Theme.caption
                text: root.demo
                visible: text !== ""
            }
        }
    }

    Column {
        spacing: 36
        visible: !root.open
        width: parent?.width ?? 0

        Disc {
            anchors.horizontalCenter: parent.horizontalCenter
            color: root.busy ? Theme.tint : Theme.warnTint
            icon: root.phase === "failed" ? "warning" : "clock"
            implicitHeight: 136
            ink: root.busy ? Theme.accentInk : Theme.warnInk
            weight: 3.6
        }

        Sentence {
            font.bold: true
            font.pixelSize: Theme.heading
            horizontalAlignment: Text.AlignHCenter
            objectName: root.open ? "" : "text.state"
            sentence: root.says
            width: parent?.width ?? 0
        }
    }
}
