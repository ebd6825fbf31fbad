import QtQuick
import Kiosk.ViewModels
import "../../ui/controls"

/** The demonstration's dock, beside the terminal: a simulated phone, people at a tap, levers that break the world. */
Rectangle {
    id: root

    required property DockViewModel step
    /** Beside a terminal that is wide and low. */
    property bool landscape: false

    readonly property int gap: 32
    /** How many levers there is room for below the phone. */
    readonly property int beside: 3
    readonly property int peopleWidth: landscape ? 700 : 560
    /** So wide that all levers fit below one another where the terminal is low. */
    readonly property int leversWidth: landscape ? 720 : 440

    Accessible.name: step.heading
    Accessible.role: Accessible.Grouping
    // Whatever its words are, they stay beside the terminal.
    clip: true
    color: Theme.demoTint
    implicitWidth: people.x + peopleWidth + gap + (landscape ? levers.width + gap : 0)

    Rectangle {
        color: Theme.demoEdge
        height: parent.height
        width: 3
    }

    Rectangle {
        id: bar

        color: Theme.demo
        height: 72
        width: parent.width

        Title {
            anchors.verticalCenter: parent.verticalCenter
            color: "#FFFFFF"
            font.pixelSize: Theme.note
            text: root.step.heading
            x: root.gap
        }

        Title {
            anchors.right: parent.right
            anchors.rightMargin: root.gap
            anchors.verticalCenter: parent.verticalCenter
            color: "#FFFFFF"
            font.pixelSize: Theme.small
            objectName: "dock.hint"
            text: root.step.people.hint || root.step.staff
            visible: !bell.visible && !mend.visible
        }

        Chip {
            id: mend

            anchors.right: bell.visible ? bell.left : parent.right
            anchors.rightMargin: bell.visible ? 16 : root.gap
            anchors.verticalCenter: parent.verticalCenter
            objectName: "dock.mend"
            text: root.step.levers.mendText
            visible: text !== ""

            onTapped: root.step.levers.mend()
        }

        Chip {
            id: bell

            anchors.right: parent.right
            anchors.rightMargin: root.gap
            anchors.verticalCenter: parent.verticalCenter
            chosen: true
            objectName: "dock.bell"
            text: root.step.bellText
            visible: text !== ""

            onTapped: root.step.answer()
        }
    }

    Part {
        id: phone

        heading: root.step.phone.heading
        width: 440
        x: root.gap
        y: bar.height + 24

        Phone {
            step: root.step.phone
        }
    }

    Chip {
        chosen: root.step.plugged
        objectName: "dock.earphone"
        text: root.step.earphoneText
        x: phone.x + phone.width - width
        y: bar.height + 8

        onTapped: root.step.plug()
    }

    Part {
        id: people

        heading: root.step.people.heading
        width: root.peopleWidth
        x: phone.x + phone.width + root.gap
        y: phone.y

        People {
            landscape: root.landscape
            step: root.step.people
        }
    }

    Part {
        id: levers

        heading: root.step.levers.heading
        width: root.leversWidth
        x: root.landscape ? people.x + people.width + root.gap : phone.x
        y: root.landscape ? phone.y : phone.y + phone.height + 40

        Levers {
            levers: root.landscape ? root.step.levers.rows : root.step.levers.rows.slice(0, root.beside)
            step: root.step.levers
        }
    }

    Levers {
        levers: root.landscape ? [] : root.step.levers.rows.slice(root.beside)
        step: root.step.levers
        width: people.width
        x: people.x
        y: Math.max(levers.y, people.y + people.height + 40)
    }
}
