pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

/** A page over the whole screen, moved by a finger, made larger and smaller by two fingers or the buttons. */
Overlay {
    id: root

    required property int serial
    required property int page
    required property real tallness
    required property string largerText
    required property string smallerText
    required property string closeText

    /** How wide the page is, in widths of the screen. */
    property real scaled: width > height ? 0.6 : 1

    readonly property real least: Math.min(1, flick.height / (flick.width * tallness))
    readonly property real most: 3
    /** Pixels that the page is drawn in across, however large it is shown. */
    readonly property int sharp: 1600
    /** Of those, down a strip. */
    readonly property int strip: 1200

    signal closed

    function zoom(by: real): void {
        const centre = (flick.contentX + flick.width / 2) / flick.contentWidth;
        const middle = (flick.contentY + flick.height / 2) / flick.contentHeight;
        scaled = Math.max(least, Math.min(most, scaled * by));
        flick.contentX = Math.max(0, Math.min(flick.contentWidth - flick.width, centre * flick.contentWidth - flick.width / 2));
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, middle * flick.contentHeight - flick.height / 2));
    }

    color: Theme.sunken
    gesturePolicy: TapHandler.DragThreshold
    objectName: "large"
    scrolls: true
    start: close

    onDismissed: closed()
    onScrolled: by => flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY + by * flick.height / 2))

    Flickable {
        id: flick

        anchors.bottom: bar.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: Math.max(height, paper.height)
        contentWidth: Math.max(width, paper.width)

        Rectangle {
            id: paper

            readonly property real pixel: width / root.sharp

            color: Theme.paper
            height: width * root.tallness
            width: flick.width * root.scaled
            x: (flick.contentWidth - width) / 2

            Repeater {
                model: Math.ceil(root.sharp * root.tallness / root.strip)

                Image {
                    required property int index
                    readonly property bool seen: y < flick.contentY + 1.5 * flick.height && y + height > flick.contentY - flick.height / 2

                    // A paper is nobody's but the visitor's.
                    cache: false
                    height: Math.min(root.strip * paper.pixel, paper.height - y)
                    source: root.serial && seen ? "image://page/" + root.serial + "/" + (root.page - 1) + "/" + root.sharp + "/" + index * root.strip + "/" + root.strip : ""
                    width: paper.width
                    y: index * root.strip * paper.pixel
                }
            }

            PinchHandler {
                property real before: 1

                target: null

                onActiveChanged: before = 1
                onActiveScaleChanged: {
                    root.zoom(activeScale / before);
                    before = activeScale;
                }
            }
        }
    }

    Rectangle {
        id: bar

        anchors.bottom: parent.bottom
        color: Theme.surface
        height: Theme.buttonHeight + 48
        width: parent.width

        Row {
            id: zooms

            spacing: Theme.gap
            x: Theme.margin
            y: 24

            SecondaryButton {
                enabled: root.scaled < root.most
                height: Theme.buttonHeight
                icon: "plus"
                objectName: "larger"
                text: root.largerText
                width: Theme.turnWidth

                onTapped: root.zoom(1.4)
            }

            SecondaryButton {
                enabled: root.scaled > root.least
                height: Theme.buttonHeight
                icon: "minus"
                objectName: "smaller"
                text: root.smallerText
                width: Theme.turnWidth

                onTapped: root.zoom(1 / 1.4)
            }
        }

        PrimaryButton {
            id: close

            anchors.left: zooms.right
            anchors.leftMargin: Theme.gap
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            height: Theme.buttonHeight
            objectName: "close"
            text: root.closeText
            y: 24

            onTapped: root.closed()
        }
    }
}
