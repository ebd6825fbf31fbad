import QtQuick
import Kiosk.ViewModels
import "controls"

/** At the bottom of everything: what this terminal is, the time, and where help is. */
Rectangle {
    id: root

    required property StripViewModel strip
    required property StaffDoorViewModel door
    required property NavigationViewModel navigation
    required property bool landscape

    readonly property bool home: navigation.welcoming
    readonly property bool helping: root.landscape || !home || navigation.failed

    color: Theme.strip
    implicitHeight: 96 * Math.min(Theme.titleScale, 7 / 6)

    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: root.landscape ? 36 : 24
        x: Theme.margin

        Tag {
            anchors.verticalCenter: parent.verticalCenter
            text: root.strip.demoTag
            visible: text !== ""
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.stripInk
            font.pixelSize: Theme.frameSmall
            text: root.strip.hall
            visible: root.landscape || root.home
        }

        Title {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.stripInk
            font.pixelSize: Theme.frameSmall
            text: root.strip.clock

            /** Nothing shows it: whoever works here knows that it is to be held. */
            Item {
                anchors.centerIn: parent
                height: root.height
                objectName: "staff.door"
                visible: root.door.there
                width: parent.width + 40

                TapHandler {
                    gesturePolicy: TapHandler.WithinBounds
                    longPressThreshold: 2

                    onLongPressed: root.door.open()
                }
            }
        }

        Row {
            anchors.verticalCenter: parent.verticalCenter
            spacing: 10
            visible: root.strip.printers !== ""

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: printer.color
                name: root.strip.printersAreWell ? "printer" : "warning"
                size: 34
            }

            Label {
                id: printer

                color: root.strip.printersAreWell ? Theme.stripInk : "#FFD27A"
                font.pixelSize: Theme.frameSmall
                objectName: "text.printer"
                text: root.strip.printers
                visible: root.landscape || root.home
            }
        }
    }

    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: 16
        visible: root.helping

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.stripInk
            name: "help"
            size: 36
        }

        Label {
            color: Theme.stripInk
            font.pixelSize: Theme.frameSmall
            text: root.strip.help
        }
    }
}
