pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "../controls"

/**
 * A page over the whole screen, made larger and smaller by the buttons or two fingers. What does not fit is seen part
 * by part, from left to right and down; a finger may move it as well.
 */
Overlay {
    id: root

    required property int serial
    required property int page
    required property real tallness
    required property LargeViewModel words

    /** How wide the page is, in widths of the screen. */
    property real scaled: width > height ? 0.6 : 1

    readonly property real least: Math.min(1, flick.height / (flick.width * tallness))
    readonly property real most: 3
    /** Pixels that the page is drawn in across, however large it is shown. */
    readonly property int sharp: 1600
    /** Of those, down a strip. */
    readonly property int strip: 1200

    /** Of the screen, between one part and the next: what stands at the edge of one is whole on the other. */
    readonly property real stride: 0.85
    readonly property int across: parts(flick.contentWidth, flick.width)
    readonly property int down: parts(flick.contentHeight, flick.height)
    readonly property int part: place(flick.contentY, flick.contentHeight, flick.height) * across + place(flick.contentX, flick.contentWidth, flick.width)

    signal closed

    function parts(whole: real, seen: real): int {
        return seen > 0 && whole > seen + 1 ? Math.ceil((whole - seen) / (stride * seen)) + 1 : 1;
    }

    /** Which part begins nearest to `at`. */
    function place(at: real, whole: real, seen: real): int {
        const count = parts(whole, seen);
        return count > 1 ? Math.round(at / (whole - seen) * (count - 1)) : 0;
    }

    function turn(by: int): void {
        const to = part + by;
        flick.contentX = across > 1 ? (flick.contentWidth - flick.width) * (to % across) / (across - 1) : flick.contentX;
        flick.contentY = down > 1 ? (flick.contentHeight - flick.height) * Math.floor(to / across) / (down - 1) : flick.contentY;
    }

    function zoom(by: real): void {
        const centre = (flick.contentX + flick.width / 2) / flick.contentWidth;
        const middle = (flick.contentY + flick.height / 2) / flick.contentHeight;
        scaled = Math.max(least, Math.min(most, scaled * by));
        flick.contentX = Math.max(0, Math.min(flick.contentWidth - flick.width, centre * flick.contentWidth - flick.width / 2));
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, middle * flick.contentHeight - flick.height / 2));
    }

    color: Theme.sunken
    gesturePolicy: TapHandler.DragThreshold
    name: words.zoomText
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
        height: buttons.implicitHeight + 48
        width: parent.width

        GridLayout {
            id: buttons

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            columnSpacing: Theme.gap
            columns: root.width > root.height ? 2 : 1
            rowSpacing: Theme.space
            y: 24

            Pager {
                Layout.preferredWidth: buttons.columns > 1 ? buttons.width * 0.53 : -1
                called: "part"
                nextText: root.words.nextText
                page: root.part + 1
                pages: root.across * root.down
                previousText: root.words.previousText
                text: root.words.partOfText.arg(page).arg(pages)

                onTurned: by => root.turn(by)
            }

            RowLayout {
                spacing: Theme.gap

                SecondaryButton {
                    Layout.preferredWidth: Theme.turnWidth
                    enabled: root.scaled < root.most
                    icon: "plus"
                    objectName: "larger"
                    text: root.words.largerText

                    onTapped: root.zoom(1.4)
                }

                SecondaryButton {
                    Layout.preferredWidth: Theme.turnWidth
                    enabled: root.scaled > root.least
                    icon: "minus"
                    objectName: "smaller"
                    text: root.words.smallerText

                    onTapped: root.zoom(1 / 1.4)
                }

                PrimaryButton {
                    id: close

                    Layout.fillWidth: true
                    objectName: "close"
                    text: root.words.closeText

                    onTapped: root.closed()
                }
            }
        }
    }
}
