import QtQuick
import QtQuick.Layouts
import "cards"
import "controls"

/**
 * Over the whole screen, below its header: whether one goes on or leaves, and what becomes of what was filled in. Below
 * `question` stands what counts the time, if any does.
 */
Overlay {
    id: root

    required property Frame frame
    required property string question
    required property string caption
    /** What becomes of it who goes on, and who does not; and whether money has moved, if that is known. */
    required property string kept
    required property string lost
    required property string unpaid
    required property string stayText
    required property string leaveText
    /** What its buttons are called by who tests: no two on the window are called the same. */
    property string stayName: "stay"
    property string leaveName: "leave"
    default property alias middle: place.data

    readonly property bool landscape: frame?.landscape ?? false
    readonly property bool held: pressed || stay.pressed || leave.pressed

    signal stayed
    signal ended

    color: "transparent"
    name: question
    start: stay

    onDismissed: stayed()

    Rectangle {
        color: Theme.veil
        height: sheet.y + Theme.cardRadius
        width: parent.width
    }

    Rectangle {
        id: sheet

        color: Theme.bg
        height: root.height - root.frame.stripHeight - y
        topLeftRadius: Theme.cardRadius
        topRightRadius: Theme.cardRadius
        width: parent.width
        y: root.frame.headerHeight

        Rectangle {
            color: Theme.accent
            height: 6
            topLeftRadius: Theme.cardRadius
            topRightRadius: Theme.cardRadius
            width: parent.width
        }

        Rectangle {
            anchors.bottom: parent.bottom
            color: Theme.surface
            height: root.landscape ? 0 : buttons.height + 2 * Theme.gap
            width: parent.width

            Rectangle {
                color: Theme.line
                height: Theme.edgeWidth
                visible: !root.landscape
                width: parent.width
            }
        }

        ColumnLayout {
            anchors.bottom: root.landscape ? parent.bottom : said.top
            anchors.bottomMargin: Theme.gap
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.right: root.landscape ? said.left : parent.right
            anchors.rightMargin: root.landscape ? Theme.inset : Theme.margin
            anchors.top: parent.top
            anchors.topMargin: root.landscape ? Theme.inset : Theme.insetLarge
            spacing: root.landscape ? Theme.space : Theme.gap

            Title {
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
                font.pixelSize: 96 * Theme.titleScale
                horizontalAlignment: Text.AlignHCenter
                objectName: "text.question"
                text: root.question
                wrapMode: Text.Wrap
            }

            Sentence {
                Layout.fillWidth: true
                color: Theme.ink2
                font.pixelSize: Theme.row
                horizontalAlignment: Text.AlignHCenter
                sentence: root.caption
            }

            Item {
                id: place

                Layout.fillHeight: true
                Layout.fillWidth: true
            }
        }

        Card {
            id: said

            anchors.bottom: buttons.top
            anchors.bottomMargin: root.landscape ? Theme.gap : 2 * Theme.gap + Theme.inset
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            inset: Theme.gap
            sideInset: Theme.inset
            spacing: 0
            width: root.landscape ? buttons.width : parent.width - 2 * Theme.margin

            Line {
                bold: true
                icon: "tick"
                ink: Theme.ok
                text: root.kept
            }

            Between {}

            Line {
                icon: "info"
                text: root.lost
            }

            Between {
                visible: root.unpaid !== ""
            }

            Line {
                icon: "yuan"
                text: root.unpaid
                visible: text !== ""
            }
        }

        RowLayout {
            id: buttons

            anchors.bottom: parent.bottom
            anchors.bottomMargin: root.landscape ? Theme.inset : Theme.gap
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            spacing: Theme.gap
            width: root.landscape ? (root.frame.squat ? 600 : 720) : parent.width - 2 * Theme.margin

            SecondaryButton {
                id: leave

                Layout.preferredWidth: Theme.secondaryWidth
                objectName: root.leaveName
                text: root.leaveText

                onTapped: root.ended()
            }

            PrimaryButton {
                id: stay

                Layout.fillWidth: true
                objectName: root.stayName
                text: root.stayText

                onTapped: root.stayed()
            }
        }
    }

    component Line: RowLayout {
        id: line

        required property string icon
        required property string text
        property color ink: Theme.ink
        property bool bold: false

        Layout.fillWidth: true
        Layout.minimumHeight: 80
        spacing: Theme.gap

        Icon {
            Layout.preferredHeight: size
            Layout.preferredWidth: size
            color: line.ink
            name: line.icon
            size: 44
            weight: 4.4
        }

        Sentence {
            Layout.fillWidth: true
            color: line.ink
            font.bold: line.bold
            font.pixelSize: Theme.field
            sentence: line.text
        }
    }

    component Between: Rectangle {
        Layout.fillWidth: true
        color: Theme.line
        implicitHeight: Theme.edgeWidth
    }
}
