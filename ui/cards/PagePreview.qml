import QtQuick
import QtQuick.Layouts
import "../controls"

/** A page of the paper on a desk, as it is printed; beside it what it is, which page, and the way to see it large. */
Rectangle {
    id: root

    /** Counts papers; 0 while there is none. */
    required property int serial
    required property int page
    required property int pages
    required property real tallness
    required property string pageText
    required property string previousText
    required property string nextText
    required property string zoomText
    /** That more of a long roll follows below. */
    required property string moreText
    /** That it is a sample, and what that means; both empty where it is none. */
    required property string sampleText
    required property string sampleRemark

    readonly property int side: Math.min(Theme.px(300), 360)
    readonly property real paperHeight: height - 64
    /** As large as the desk allows; a long roll is cut off below, the large picture shows all of it. */
    readonly property real paperWidth: Math.max(Math.min(width - side - 96, paperHeight / tallness), Math.min(320, width - side - 96))

    signal turned(by: int)
    signal zoomed

    Layout.fillWidth: true
    color: Theme.sunken
    implicitHeight: Math.max(side, (sampleText ? tag.height + 40 + Theme.inset : 0) + turns.height + 2 * Theme.inset)
    radius: Theme.cardRadius

    Item {
        clip: true
        height: Math.min(root.paperHeight, root.paperWidth * root.tallness)
        width: root.paperWidth
        x: (root.width - root.side - 32 - width) / 2
        y: (root.height - height) / 2

        Rectangle {
            anchors.fill: parent
            border.color: Theme.control
            border.width: 2
            color: Theme.paper
        }

        Image {
            // A paper is nobody's but the visitor's.
            cache: false
            objectName: "paper"
            source: root.serial && width > 0 ? "image://page/" + root.serial + "/" + (root.page - 1) + "/" + Math.floor(width) + "/0/" + Math.ceil(parent.height) : ""
            visible: status === Image.Ready
            width: parent.width - 4
            x: 2
            y: 2
        }

        TapHandler {
            onTapped: root.zoomed()
        }
    }

    Rectangle {
        anchors.right: parent.right
        anchors.rightMargin: 32
        antialiasing: true
        border.color: Theme.demoEdge
        border.width: Theme.edgeWidth
        color: Theme.demoTint
        height: tag.height + 40
        radius: Theme.buttonRadius
        visible: root.sampleText !== ""
        width: root.side - 32
        y: 32

        Column {
            id: tag

            anchors.centerIn: parent
            width: parent.width - 32

            Title {
                color: Theme.demoInk
                font.pixelSize: Theme.row
                horizontalAlignment: Text.AlignHCenter
                objectName: "text.sample"
                text: root.sampleText
                width: parent.width
                wrapMode: Text.WordWrap
            }

            Label {
                color: Theme.demoInk
                font.pixelSize: Math.min(Theme.caption, 36)
                horizontalAlignment: Text.AlignHCenter
                text: root.sampleRemark
                width: parent.width
                wrapMode: Text.WordWrap
            }
        }
    }

    Column {
        id: turns

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.inset
        anchors.right: parent.right
        anchors.rightMargin: 32
        spacing: 20
        width: root.side - 32

        Label {
            font.pixelSize: Theme.frameNote
            horizontalAlignment: Text.AlignHCenter
            objectName: "text.paper"
            text: root.pageText
            width: parent.width
            wrapMode: Text.Wrap
        }

        Label {
            color: Theme.ink2
            font.pixelSize: Theme.frameSmall
            horizontalAlignment: Text.AlignHCenter
            text: root.moreText
            Accessible.ignored: opacity === 0
            opacity: root.paperWidth * root.tallness > root.paperHeight + 1 ? 1 : 0
            // By the paper alone: were it by the room, the room would be by it.
            visible: root.serial > 0 && root.tallness > 2
            width: parent.width
            wrapMode: Text.Wrap
        }

        SecondaryButton {
            enabled: root.page > 1
            height: Theme.fieldHeight
            icon: "up"
            objectName: "paper.previous"
            size: Theme.label
            text: root.previousText
            visible: root.pages > 1
            width: parent.width

            onTapped: root.turned(-1)
        }

        SecondaryButton {
            enabled: root.page < root.pages
            height: Theme.fieldHeight
            icon: "down"
            objectName: "paper.next"
            size: Theme.label
            text: root.nextText
            visible: root.pages > 1
            width: parent.width

            onTapped: root.turned(1)
        }

        SecondaryButton {
            enabled: root.serial > 0
            height: Theme.fieldHeight
            icon: "search"
            objectName: "zoom"
            size: Theme.label
            text: root.zoomText
            width: parent.width

            onTapped: root.zoomed()
        }
    }
}
