import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "controls"

/** At the bottom of everything: what this terminal is, the time, and where help is. */
Rectangle {
    id: root

    required property ShellViewModel shell
    required property StripViewModel strip
    required property StaffDoorViewModel door
    required property NavigationViewModel navigation
    required property bool landscape

    readonly property bool home: navigation.welcoming
    /** Nobody is served, and nothing can be chosen. */
    readonly property bool failed: navigation.failed
    /** One of the staff is on duty here. */
    readonly property bool staffed: shell.staffDesk.locks !== ""
    /** A visitor is at work, and may hide it. */
    readonly property bool served: !home && !staffed
    /** The screen itself says how the printers are. */
    readonly property bool told: navigation.screen === "staff.devices" && !listens

    /** Somebody goes on behind the curtain, by what they hear. */
    readonly property bool listens: shell.speech.curtain && shell.speech.mayHide

    color: Theme.strip
    implicitHeight: 96 * Math.min(Theme.titleScale, 7 / 6)

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: root.failed ? Theme.margin : 0
        spacing: root.landscape ? 36 : Theme.labelsAbove || root.served ? Theme.space : Theme.gap

        Tag {
            text: root.strip.demoTag
            visible: text !== ""
        }

        Said {
            text: root.strip.hall
            // Nor where words are larger in a nearly square window.
            visible: root.landscape && !(root.width < 1500 ? Theme.scale > 1 : Theme.largest)
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
            // Where words are largest there is no room for it, and none beside when it locks itself for good news.
            visible: !(root.told || root.staffed && root.strip.printersAreWell) && (root.strip.printers !== "" || root.listens) && (root.landscape || !Theme.labelsAbove)

            Icon {
                Layout.preferredHeight: size
                Layout.preferredWidth: size
                color: printer.color
                name: root.listens ? "headphones" : root.strip.printersAreWell ? "printer" : "warning"
                size: 34
            }

            Said {
                id: printer

                color: root.strip.printersAreWell ? Theme.stripInk : Theme.stripWarn
                objectName: "text.printer"
                text: root.listens ? root.shell.curtain.worn : root.strip.printers
                visible: root.landscape || !Theme.labelsAbove
            }
        }

        Item {
            Layout.fillWidth: true
            Layout.maximumWidth: Infinity
        }

        RowLayout {
            spacing: Theme.space
            visible: root.failed

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

        Said {
            horizontalAlignment: Text.AlignRight
            lineHeight: 0.84
            objectName: "text.locks"
            text: root.shell.staffDesk.locks
            visible: text !== ""
        }

        RowLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
            // What is told of the printers stands on two lines before a switch is written shorter.
            Layout.minimumWidth: Math.min(Math.ceil(implicitWidth), 640)
            spacing: 0
            visible: !root.failed

            StripSwitch {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                icon: "eye"
                lit: root.shell.speech.curtain
                objectName: "hide"
                text: root.shell.curtain.hideText
                visible: root.served

                onTapped: root.shell.speech.hide(root.shell.speech.curtain ? "shown" : "hidden")
            }

            StripSwitch {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                icon: root.shell.calling.told === "answered" ? "tick" : root.shell.calling.told ? "bell" : "help"
                lit: root.shell.sheets.shown === "help"
                objectName: "help"
                text: root.shell.calling.shortly || root.shell.help.openText
                // Whoever is called is here.
                visible: !root.staffed && !root.strip.suspended

                onTapped: root.shell.sheets.toggle("help")
            }

            StripSwitch {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                icon: "text"
                lit: root.shell.sheets.shown === "access"
                objectName: "access.open"
                text: root.shell.access.openText

                onTapped: root.shell.sheets.toggle("access")
            }

            StripSwitch {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                icon: "globe"
                objectName: "language"
                text: root.shell.access.otherLanguage

                onTapped: root.shell.access.speakOther()
            }
        }
    }

    component Said: Fitted {
        Layout.fillHeight: true
        color: Theme.stripInk
        font.pixelSize: Theme.frameSmall
    }
}
