import QtQuick
import QtQuick.Layouts
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
    /** Wide and low instead of high and narrow. */
    property bool low: false

    /** Nothing is heard from the network, and the code may still be paid. */
    readonly property bool silent: phase === "silent"
    /** The network is asked for a code, or to close one. */
    readonly property bool busy: phase === "creating" || phase === "dropping" || phase === "closing"
    readonly property bool open: code !== ""
    /** Modules of the code with its quiet zone, by what its versions hold at level M (ISO/IEC 18004). */
    readonly property int modules: code.length <= 42 ? 37 : code.length <= 62 ? 41 : code.length <= 84 ? 45 : 49
    /** Whole pixels a module, so that codes of all lengths are about as large. */
    readonly property int module: (low ? 410 : 546) / modules

    inset: open ? (low ? 20 : Theme.gap) : 72

    RowLayout {
        spacing: Theme.hair
        visible: root.open

        Rectangle {
            antialiasing: true
            border.color: Theme.accent
            border.width: 6
            color: Theme.paper
            implicitHeight: implicitWidth
            implicitWidth: picture.width + 20
            radius: Theme.buttonRadius

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

        ColumnLayout {
            spacing: root.low || Theme.labelsAbove ? Theme.space : 26

            Title {
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
                font.pixelSize: Theme.frameHeading
                horizontalAlignment: Text.AlignHCenter
                text: root.low ? root.heading.replace("\n", "") : root.heading
                wrapMode: Text.Wrap
            }

            Ring {
                Layout.alignment: Qt.AlignHCenter
                caption: root.caption
                part: root.share
                text: root.clock
            }

            Item {
                Layout.fillWidth: true
                implicitHeight: state.implicitHeight

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
                    x: Math.max(0, (parent.width - state.contentWidth - Theme.margin) / 2)
                    y: Theme.frameLabel * 0.68 - 18
                }

                Sentence {
                    id: state

                    color: root.silent ? Theme.warnInk : Theme.accentInk
                    font.bold: true
                    font.pixelSize: Theme.frameLabel
                    objectName: root.open ? "text.state" : ""
                    sentence: root.says
                    width: parent.width - Theme.margin
                    x: sign.x + Theme.margin
                }
            }

            Label {
                Layout.fillWidth: true
                color: Theme.demoInk
                font.pixelSize: Theme.caption
                horizontalAlignment: Text.AlignHCenter
                text: root.demo
                visible: text !== ""
                wrapMode: Text.Wrap
            }
        }
    }

    ColumnLayout {
        spacing: 36
        visible: !root.open

        Disc {
            Layout.alignment: Qt.AlignHCenter
            color: root.busy ? Theme.tint : Theme.warnTint
            icon: root.phase === "failed" ? "warning" : "clock"
            implicitHeight: 136
            ink: root.busy ? Theme.accentInk : Theme.warnInk
            weight: 3.6
        }

        Sentence {
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.heading
            horizontalAlignment: Text.AlignHCenter
            objectName: root.open ? "" : "text.state"
            sentence: root.says
        }
    }
}
