import QtQuick
import Kiosk.ViewModels
import "../../ui/controls"

/** A call of the terminal: somebody says that they are coming, or lets it ring. */
Rectangle {
    id: root

    required property DockViewModel step

    color: Theme.warnTint

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.warnEdge
        height: 3
        width: parent.width
    }

    Icon {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        color: Theme.warnInk
        name: "bell"
        size: 48
        x: 24
    }

    Title {
        anchors.left: sign.right
        anchors.leftMargin: 20
        anchors.right: comes.left
        anchors.rightMargin: 20
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.warnInk
        font.pixelSize: 34
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 28
        objectName: "dock.call"
        text: root.step.bellText
    }

    Chip {
        id: comes

        accent: Theme.warnInk
        anchors.right: waits.left
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        filled: true
        inkFilled: Theme.warnTint
        objectName: "dock.bell"
        size: 32
        text: root.step.answerText

        onTapped: root.step.answer()
    }

    Chip {
        id: waits

        accent: Theme.warnInk
        anchors.right: parent.right
        anchors.rightMargin: 24
        anchors.verticalCenter: parent.verticalCenter
        objectName: "dock.bell.wait"
        size: 32
        text: root.step.waitText

        onTapped: root.step.wait()
    }
}
