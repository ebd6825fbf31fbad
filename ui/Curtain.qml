import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "controls"

/**
 * Hides the picture from who stands beside. For who listens in an earphone what lies below goes on by keys and speech:
 * then nothing here has the focus, and nothing of it is read aloud.
 */
Rectangle {
    id: root

    required property SpeechViewModel speech
    required property CurtainViewModel curtain
    required property CallingViewModel calling
    required property bool landscape

    /** By which it is known that it only hides; or else that it lies over the screen. */
    readonly property bool hides: speech.mayHide
    readonly property bool overlay: !hides
    /** What it is about, as it is read out, and what has the focus at first. */
    readonly property string name: curtain.title
    readonly property Item start: show

    /** The key Back. */
    signal dismissed

    color: Theme.curtain
    objectName: "curtain"

    onDismissed: speech.hide("shown")

    // No touch goes through it.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }

    GridLayout {
        anchors.bottom: buttons.top
        anchors.left: parent.left
        anchors.margins: Theme.margin
        anchors.right: parent.right
        anchors.top: parent.top
        columnSpacing: Theme.insetLarge
        columns: root.landscape ? 2 : 1
        rowSpacing: Theme.gap
        uniformCellWidths: true

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.gap

            Item {
                Layout.alignment: Qt.AlignHCenter
                Layout.fillHeight: true
                Layout.maximumHeight: 400
                Layout.preferredWidth: height

                Icon {
                    anchors.centerIn: parent
                    color: Theme.curtainInk2
                    name: "eye"
                    size: parent.height
                    weight: 1.6
                }

                Icon {
                    anchors.centerIn: parent
                    color: Theme.curtainInk
                    name: "slash"
                    size: 0.8 * parent.height
                    weight: 2.4
                }
            }

            Icon {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredHeight: size
                Layout.preferredWidth: size
                color: Theme.curtainAccent
                name: "headphones"
                size: 160
                visible: root.hides && !Theme.labelsAbove && !root.landscape
                weight: 3
            }

            Title {
                Layout.fillWidth: true
                color: Theme.curtainInk
                font.pixelSize: root.landscape ? Theme.amount : 104
                horizontalAlignment: Text.AlignHCenter
                text: root.curtain.title
                wrapMode: Text.Wrap
            }

            Sentence {
                Layout.fillWidth: true
                color: Theme.curtainInk
                font.pixelSize: Theme.frameHeading
                horizontalAlignment: Text.AlignHCenter
                sentence: root.curtain.text
            }
        }

        Rectangle {
            Layout.alignment: Qt.AlignVCenter
            Layout.fillWidth: true
            border.color: Theme.curtainEdge
            border.width: Theme.controlWidth
            color: Theme.curtain
            implicitHeight: rows.implicitHeight + Theme.space
            radius: Theme.buttonRadius

            ColumnLayout {
                id: rows

                anchors.centerIn: parent
                spacing: 0
                width: parent.width - 2 * Theme.inset

                Repeater {
                    model: root.curtain.lines

                    Line {}
                }
            }
        }
    }

    RowLayout {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.margin
        anchors.bottomMargin: Theme.gap
        anchors.right: parent.right
        spacing: Theme.gap

        Button {
            Layout.preferredWidth: Theme.secondaryWidth
            border.color: Theme.curtainInk
            border.width: Theme.controlWidth
            color: Theme.curtain
            ink: Theme.curtainInk
            objectName: "curtain.call"
            size: Theme.row
            text: root.calling.callText
            visible: root.calling.there && root.calling.mayCall

            onTapped: root.calling.call()
        }

        Button {
            id: show

            Layout.fillWidth: true
            color: Theme.curtainAccent
            icon: "eye"
            ink: Theme.curtain
            objectName: "curtain.show"
            text: root.curtain.showText

            onTapped: root.speech.hide("shown")
        }
    }

    component Line: ColumnLayout {
        id: line

        required property int index
        required property var modelData

        Layout.fillWidth: true
        spacing: 0

        Rectangle {
            Layout.fillWidth: true
            color: Theme.curtainEdge
            implicitHeight: 1
            opacity: 0.5
            visible: line.index > 0
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.minimumHeight: Math.max(128, words.implicitHeight + Theme.inset)
            spacing: Theme.gap

            Icon {
                Layout.preferredHeight: size
                Layout.preferredWidth: size
                color: Theme.curtainAccent
                name: line.modelData.icon
                size: 54
            }

            Label {
                id: words

                Layout.fillWidth: true
                color: Theme.curtainInk
                font.pixelSize: Theme.frameField
                text: line.modelData.title
                wrapMode: Text.Wrap
            }
        }
    }
}
