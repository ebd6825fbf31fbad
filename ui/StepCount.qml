import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "controls"

/** Which step of how many, in words and in segments; on the last one the time until Home takes their place. */
RowLayout {
    id: root

    required property ProgressViewModel progress
    /** When the terminal returns to Home by itself; instead of the segments. */
    required property string leaving
    property bool dark: false
    property bool segmented: true

    readonly property color ink: dark ? Theme.inkOnDeep : Theme.ink

    spacing: 0

    Fitted {
        Layout.fillHeight: true
        Layout.minimumWidth: Math.min(Math.ceil(implicitWidth), Theme.secondaryNarrow)
        color: root.ink
        font.bold: true
        font.pixelSize: Theme.frameNote
        objectName: "text.step"
        text: root.progress.stepText
    }

    Fitted {
        Layout.fillHeight: true
        Layout.minimumWidth: Math.min(Math.ceil(implicitWidth), Theme.secondaryNarrow)
        Layout.rightMargin: 26
        color: root.ink
        font.pixelSize: Theme.frameNote
        text: root.progress.countText
    }

    Item {
        Layout.fillWidth: true
        Layout.maximumWidth: Infinity
    }

    ProgressSegments {
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        done: root.progress.step
        filled: root.dark ? Theme.inkOnDeep : Theme.accent
        segment: Math.min(root.dark ? 64 : 104, ((root.dark ? 300 : 620) - spacing * total) / Math.max(1, total))
        total: root.progress.count
        unfilled: root.dark ? Theme.headerUnfilled : Theme.unfilled
        visible: root.segmented && root.leaving === ""
    }

    Fitted {
        Layout.fillHeight: true
        color: root.dark ? Theme.inkOnDeep : Theme.ink2
        font.pixelSize: Theme.frameNote
        Layout.minimumWidth: Math.min(Math.ceil(implicitWidth), Theme.secondaryNarrow)
        horizontalAlignment: Text.AlignRight
        objectName: "text.leaving"
        text: root.leaving
        visible: root.leaving !== ""
    }
}
