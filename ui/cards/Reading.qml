pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** A text over the whole screen, to be read and agreed to. */
Rectangle {
    id: root

    required property list<string> paragraphs
    required property string heading
    required property string agreeText
    required property string refuseText

    signal agreed
    signal refused

    anchors.fill: parent
    color: Theme.bg
    objectName: "reading"
    z: 5

    TapHandler {}

    Card {
        anchors.left: parent.left
        anchors.margins: Theme.margin
        anchors.right: parent.right
        anchors.top: parent.top
        inset: 40
        sideInset: 48
        spacing: 24

        Title {
            anchors.horizontalCenter: parent.horizontalCenter
            font.pixelSize: Theme.tile
            objectName: "text.reading"
            text: root.heading
        }

        Repeater {
            model: root.paragraphs

            Sentence {
                required property string modelData

                font.pixelSize: Theme.label
                sentence: modelData
                width: parent?.width ?? 0
            }
        }
    }

    Row {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 24
        spacing: Theme.gap
        x: Theme.margin

        SecondaryButton {
            id: no

            height: Theme.buttonHeight
            objectName: "disagree"
            text: root.refuseText
            width: 304

            onTapped: root.refused()
        }

        PrimaryButton {
            height: Theme.buttonHeight
            objectName: "agree"
            text: root.agreeText
            width: root.width - 2 * Theme.margin - no.width - Theme.gap

            onTapped: root.agreed()
        }
    }
}
