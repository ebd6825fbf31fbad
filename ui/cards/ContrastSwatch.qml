pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** A contrast to choose, in its own colours: a field, a button, and words. */
Touchable {
    id: root

    required property string contrast
    required property string sample
    required property string text
    required property string caption
    required property bool chosen

    readonly property Paint own: Paint {
        channel: Theme.channel
        contrast: root.contrast
    }

    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.role: Accessible.RadioButton
    border.color: chosen ? Theme.accent : Theme.control
    border.width: chosen ? Theme.chosenWidth : Theme.controlWidth
    color: chosen || pressed ? Theme.tint : Theme.surface
    implicitHeight: Math.max(264, picture.height + words.height + 3 * Theme.space)
    name: text + " " + caption
    radius: Theme.buttonRadius

    Rectangle {
        id: picture

        anchors.left: parent.left
        anchors.margins: Theme.space
        anchors.right: parent.right
        anchors.top: parent.top
        antialiasing: true
        border.color: root.own.control
        border.width: Theme.edgeWidth
        color: root.own.bg
        height: 128
        radius: Theme.fieldRadius

        Row {
            anchors.centerIn: parent
            spacing: Theme.space

            Part {
                border.color: root.own.control
                border.width: Theme.controlWidth
                color: root.own.surface
                ink: root.own.ink
                text: root.sample
            }

            Part {
                color: root.own.accent
                font.bold: true
                ink: root.own.inkOnAccent
                text: root.sample
            }
        }
    }

    Column {
        id: words

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 14
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: 2

        ChosenName {
            anchors.horizontalCenter: parent.horizontalCenter
            chosen: root.chosen
            room: root.width - 2 * Theme.space
            text: root.text
        }

        Fitted {
            anchors.horizontalCenter: parent.horizontalCenter
            color: root.chosen ? Theme.accentInk : Theme.ink2
            font.pixelSize: Theme.frameSmall
            height: implicitHeight
            text: root.caption
            width: Math.min(implicitWidth, root.width - 2 * Theme.space)
        }
    }

    component Part: Rectangle {
        id: part

        required property string text
        required property color ink
        property alias font: word.font

        antialiasing: true
        height: 72
        radius: Theme.fieldRadius
        width: Math.min(word.implicitWidth + 2 * Theme.space, (picture.width - 3 * Theme.space) / 2)

        Fitted {
            id: word

            anchors.centerIn: parent
            color: part.ink
            font.pixelSize: 36
            objectName: "text.swatch"
            height: implicitHeight
            text: part.text
            width: Math.min(implicitWidth, parent.width - Theme.space)
        }
    }
}
