import QtQuick
import Kiosk.ViewModels
import "controls"

/** The channel, the screen's title, Back and Home; in landscape all in one line, with the steps. */
Rectangle {
    id: root

    required property NavigationViewModel navigation
    required property HeaderViewModel header
    required property ProgressViewModel progress
    required property ServedViewModel served
    /** When the terminal returns to Home by itself, if it says so. */
    required property string leaving
    required property bool landscape

    /** Before a channel is chosen there is only the title. */
    readonly property bool bare: header.channelGlyph === ""
    /** Over eleven characters: smaller, and in portrait on two lines of the same length. */
    readonly property bool long_: header.title.length > 11
    readonly property real titleWidth: home.x - back.width - Theme.margin - 32

    color: Theme.accent
    implicitHeight: (landscape ? 136 : 184) * Theme.titleScale

    HeaderButton {
        id: back

        icon: "back"
        objectName: "back"
        text: root.header.backText
        visible: root.header.canGoBack
        x: Theme.margin
        y: (root.height - height) / 2

        onTapped: root.navigation.back()
    }

    HeaderButton {
        id: home

        icon: "home"
        objectName: "home"
        text: root.header.homeText
        x: root.width - width - Theme.margin
        y: (root.height - height) / 2

        onTapped: root.navigation.home()
    }

    ChannelGlyph {
        id: glyph

        color: Theme.surface
        implicitHeight: root.landscape ? 64 : 48
        ink: Theme.accent
        text: root.header.channelGlyph
        visible: !root.bare
        x: root.landscape ? (back.visible ? 256 : Theme.margin) : (root.width - width - 14 - name.implicitWidth) / 2
        y: root.landscape ? (root.height - height) / 2 : (root.long_ ? 14 : 28) * Theme.titleScale
    }

    Label {
        id: name

        anchors.verticalCenter: glyph.verticalCenter
        color: "#FFFFFF"
        font.pixelSize: root.landscape ? Theme.frameField : Theme.frameNote
        text: root.header.channelName
        x: glyph.x + glyph.width + (root.landscape ? 20 : 14)
    }

    Rectangle {
        id: divider

        color: "#FFFFFF"
        height: 48
        visible: root.landscape && !root.bare
        width: 2
        x: name.x + name.implicitWidth + 20
        y: (root.height - height) / 2
    }

    Title {
        id: title

        color: "#FFFFFF"
        font.pixelSize: root.landscape ? Math.min(root.long_ ? Theme.titleLong : Theme.title, (root.long_ ? 2 : 1) * width / (text.length + 2)) : root.long_ ? Theme.titleLong : Theme.title
        horizontalAlignment: root.landscape ? Text.AlignLeft : Text.AlignHCenter
        lineHeight: root.long_ ? 0.84 : 0.932
        maximumLineCount: 2
        objectName: "title"
        text: root.header.title
        width: root.landscape ? home.x - x - (steps.visible ? steps.width + 64 : told.visible ? told.width + 64 : 32) : root.long_ ? Math.min(root.titleWidth, Math.ceil(root.header.title.length / 2) * Theme.titleLong + 24) : root.titleWidth
        wrapMode: Text.Wrap
        x: !root.landscape ? (root.width - width) / 2 : root.bare ? glyph.x : divider.x + 22
        y: root.landscape || root.bare ? (root.height - height) / 2 : (root.long_ ? 62 : 84) * Theme.titleScale
    }

    Sentence {
        id: told

        anchors.right: home.left
        anchors.rightMargin: 32
        anchors.verticalCenter: parent.verticalCenter
        color: "#FFFFFF"
        font.pixelSize: Theme.frameNote
        horizontalAlignment: Text.AlignRight
        sentence: root.served.name ? root.served.name + "\n" + root.served.number : root.served.guidance
        visible: root.landscape && root.progress.count === 0
        width: 500
    }

    StepCount {
        id: steps

        anchors.right: home.left
        anchors.rightMargin: 32
        anchors.verticalCenter: parent.verticalCenter
        dark: true
        leaving: root.leaving
        progress: root.progress
        visible: root.landscape && root.progress.count > 0
    }
}
