import QtQuick
import QtQuick.Layouts
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

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: root.landscape ? 36 : Theme.gap

        Tag {
            text: root.strip.demoTag
            visible: text !== ""
        }

        Said {
            text: root.strip.hall
            visible: (root.landscape || root.home) && !Theme.largest
        }

        Title {
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

        RowLayout {
            spacing: 10
            visible: root.strip.printers !== ""

            Icon {
                Layout.preferredHeight: size
                Layout.preferredWidth: size
                color: printer.color
                name: root.strip.printersAreWell ? "printer" : "warning"
                size: 34
            }

            Said {
                id: printer

                color: root.strip.printersAreWell ? Theme.stripInk : "#FFD27A"
                objectName: "text.printer"
                text: root.strip.printers
                visible: root.landscape || root.home
            }
        }

        Item {
            Layout.fillWidth: true
            Layout.maximumWidth: Infinity
        }

        RowLayout {
            spacing: Theme.space
            visible: root.helping

            Icon {
                Layout.preferredHeight: size
                Layout.preferredWidth: size
                color: Theme.stripInk
                name: "help"
                size: 36
            }

            Said {
                text: root.strip.help
            }
        }
    }

    component Said: Fitted {
        Layout.fillHeight: true
        color: Theme.stripInk
        font.pixelSize: Theme.frameSmall
    }
}
