import QtQuick
import Kiosk.ViewModels
import "../../ui/controls"

/**
 * The demonstration's dock, beside the terminal: a simulated phone, people at a tap, a clock, levers that break the
 * world. It takes what room there is: three columns where that is broad, else two with the levers below them.
 */
Rectangle {
    id: root

    required property DockViewModel step
    /** Beside a terminal that is wide and low. */
    property bool landscape: false

    /** The least room of three columns and of two, as all is measured in here: on a laptop two of it are a pixel. */
    readonly property size three: Qt.size(1864, 1536)
    readonly property size two: Qt.size(1236, 2240)
    readonly property real ofThree: Math.min(width / three.width, height / three.height)
    readonly property real ofTwo: Math.min(width / two.width, height / two.height)
    readonly property bool broad: ofThree >= ofTwo
    readonly property real unit: Math.max(0.1, ofThree, ofTwo)
    readonly property int gap: 20

    Accessible.name: step.heading
    Accessible.role: Accessible.Grouping
    // Whatever its words are, they stay beside the terminal.
    clip: true
    color: Theme.demoTint
    implicitWidth: landscape ? 1400 : 1060

    Item {
        id: body

        readonly property real begin: bar.height + (bell.visible ? bell.height : 0) + root.gap

        height: root.height / root.unit
        scale: root.unit
        transformOrigin: Item.TopLeft
        width: root.width / root.unit

        Rectangle {
            id: bar

            color: Theme.demo
            height: 92
            width: parent.width

            Title {
                id: heading

                anchors.verticalCenter: parent.verticalCenter
                color: "#FFFFFF"
                font.pixelSize: 38
                text: root.step.heading
                x: 24
            }

            Label {
                anchors.left: heading.right
                anchors.leftMargin: 24
                anchors.right: mend.left
                anchors.rightMargin: 24
                anchors.verticalCenter: parent.verticalCenter
                color: "#FFFFFF"
                font.pixelSize: 28
                fontSizeMode: Text.Fit
                height: parent.height - 8
                maximumLineCount: 2
                minimumPixelSize: 28
                objectName: "dock.staff"
                text: root.step.staff
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.Wrap
            }

            Chip {
                id: mend

                anchors.right: parent.right
                anchors.rightMargin: 24
                anchors.verticalCenter: parent.verticalCenter
                accent: "#FFFFFF"
                filled: true
                inkFilled: Theme.demo
                objectName: "dock.mend"
                size: 30
                text: root.step.mendText

                onTapped: root.step.mend()
            }
        }

        Bell {
            id: bell

            height: 96
            step: root.step
            visible: root.step.bellText !== ""
            width: parent.width
            y: bar.height
        }

        Title {
            anchors.verticalCenter: earphone.verticalCenter
            color: Theme.demoInk
            font.pixelSize: 32
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 28
            text: root.step.phone.heading
            width: phone.width - earphone.width - 32
            x: phone.x + 20
        }

        Chip {
            id: earphone

            chosen: root.step.plugged
            objectName: "dock.earphone"
            text: root.step.earphoneText
            x: phone.x + phone.width - width
            y: body.begin - 4
            filled: chosen

            onTapped: root.step.plug()
        }

        Phone {
            id: phone

            height: (root.broad ? body.height : clock.y) - root.gap - y
            step: root.step.phone
            width: 540
            x: root.gap
            y: earphone.y + earphone.height + 10
        }

        People {
            id: people

            height: (root.broad ? body.height : levers.y) - root.gap - y
            step: root.step.people
            width: root.broad ? 612 + (body.width - root.three.width) / 2 : body.width - x - root.gap
            x: phone.x + phone.width + root.gap
            y: body.begin
        }

        Clock {
            id: clock

            step: root.step.clock
            width: root.broad ? body.width - x - root.gap : phone.width
            x: root.broad ? people.x + people.width + root.gap : phone.x
            y: root.broad ? body.begin : levers.y - root.gap - height
        }

        Levers {
            id: levers

            beside: !root.broad
            height: root.broad ? body.height - root.gap - y : implicitHeight
            step: root.step.levers
            width: root.broad ? clock.width : body.width - 2 * root.gap
            x: root.broad ? clock.x : phone.x
            y: root.broad ? clock.y + clock.height + root.gap : body.height - root.gap - implicitHeight
        }

        Rectangle {
            color: Theme.demoEdge
            height: parent.height
            width: 4
        }
    }
}
