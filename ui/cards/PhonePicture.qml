pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** A phone in outline, doing the first, second or third step of paying. */
Item {
    id: root

    /** 0 the app among others, 1 the button that scans, 2 the code before the camera. */
    required property int scene
    required property string app
    required property string scanText

    implicitHeight: 162
    implicitWidth: 200

    Rectangle {
        id: phone

        antialiasing: true
        border.color: Theme.ink
        border.width: 5
        color: Theme.surface
        height: 162
        radius: 18
        width: root.scene === 2 ? 88 : 98
        x: root.scene === 2 ? 112 : 51

        Repeater {
            model: root.scene === 0 ? [Qt.point(18, 18), Qt.point(54, 18), Qt.point(18, 112), Qt.point(54, 112)] : []

            Rectangle {
                required property point modelData

                antialiasing: true
                color: Theme.line
                height: 27
                radius: 8
                width: 28
                x: modelData.x
                y: modelData.y
            }
        }

        Repeater {
            model: root.scene === 1 ? [Qt.rect(18, 118, 62, 8), Qt.rect(18, 134, 42, 8)] : []

            Rectangle {
                required property rect modelData

                antialiasing: true
                color: Theme.line
                height: modelData.height
                radius: 4
                width: modelData.width
                x: modelData.x
                y: modelData.y
            }
        }

        Rectangle {
            antialiasing: true
            color: Theme.accent
            height: 56
            radius: 14
            visible: root.scene === 0
            width: 56
            x: 21
            y: 50

            Title {
                anchors.centerIn: parent
                color: Theme.inkOnAccent
                font.pixelSize: 36
                text: root.app
            }
        }

        Icon {
            color: Theme.ink
            name: root.scene === 1 && root.scanText === "" ? "plus" : ""
            size: 22
            weight: 9
            x: 66
            y: 14
        }

        Icon {
            anchors.centerIn: parent
            color: Theme.accent
            name: root.scene === 2 ? "scan" : ""
            size: 72
        }
    }

    Rectangle {
        antialiasing: true
        color: Theme.accent
        height: 60
        radius: 14
        visible: root.scene === 1
        width: 128
        x: 36
        y: 44

        Icon {
            anchors.centerIn: parent
            color: Theme.inkOnAccent
            name: root.scene === 1 && root.scanText === "" ? "scan" : ""
            size: 40
            weight: 4.6
        }

        Title {
            anchors.centerIn: parent
            color: Theme.inkOnAccent
            font.pixelSize: Theme.small
            text: root.scanText
        }
    }

    Rectangle {
        antialiasing: true
        border.color: Theme.line
        border.width: 3
        color: Theme.surface
        height: 92
        radius: 10
        visible: root.scene === 2
        width: 92
        x: 4
        y: 35

        Icon {
            anchors.centerIn: parent
            color: Theme.ink
            name: root.scene === 2 ? "code" : ""
            size: 66
            weight: 4
        }
    }
}
