pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "../controls"

/** Over the whole screen: a place to touch in each of its corners, and in the middle how far that is. */
Overlay {
    id: root

    required property TouchTestViewModel test

    color: Theme.bg
    name: test.title
    objectName: "touch_test"

    onDismissed: test.callOff()

    Repeater {
        model: root.test.corners

        Touchable {
            id: corner

            required property var modelData

            /** What a key cannot try. */
            readonly property bool byFinger: true

            border.color: modelData.touched ? Theme.ok : Theme.accent
            border.width: Theme.chosenWidth
            color: modelData.touched ? Theme.okTint : pressed ? Theme.tint : Theme.surface
            height: Theme.touch
            name: modelData.name
            objectName: "corner." + modelData.id
            width: Theme.touch
            x: modelData.id.endsWith("left") ? 0 : root.width - width
            y: modelData.id.startsWith("top") ? 0 : root.height - height

            onTapped: root.test.press(modelData.id)
            onTouched: root.test.touch(modelData.id)

            Icon {
                anchors.centerIn: parent
                color: corner.modelData.touched ? Theme.ok : Theme.accentInk
                name: corner.modelData.touched ? "tick" : "touch"
                size: 48
                weight: 4
            }
        }
    }

    Card {
        anchors.centerIn: parent
        inset: Theme.insetLarge
        sideInset: Theme.insetLarge
        spacing: 32
        width: Theme.dialogWidth

        Disc {
            Layout.alignment: Qt.AlignHCenter
            icon: "touch"
            implicitHeight: 128
            weight: 3.6
        }

        Title {
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            font.pixelSize: Theme.outcome
            horizontalAlignment: Text.AlignHCenter
            text: root.test.title
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.field
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.touch_test"
            text: root.test.lead
            wrapMode: Text.Wrap
        }

        Title {
            Accessible.role: Accessible.AlertMessage
            Layout.fillWidth: true
            font.pixelSize: Theme.heading
            horizontalAlignment: Text.AlignHCenter
            text: root.test.count
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            color: Theme.ink2
            font.pixelSize: Theme.note
            horizontalAlignment: Text.AlignHCenter
            text: root.test.patience
            wrapMode: Text.Wrap
        }

        SecondaryButton {
            Layout.fillWidth: true
            objectName: "corner.fails"
            text: root.test.failText

            onTapped: root.test.fail()
        }
    }
}
