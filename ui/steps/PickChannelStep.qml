pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** The channels that can do what one came for, and what is different in each. */
StepPage {
    id: root

    required property PickChannelViewModel step

    gap: 28
    wide: true
    words: step

    Heading {
        text: root.step.heading
    }

    Repeater {
        model: root.step.rows

        ChannelRow {
            required property var modelData

            caption: modelData.caption
            channel: modelData.id
            enabled: modelData.enabled
            glyph: modelData.icon
            least: Theme.px(root.landscape ? 160 : 208)
            objectName: "way." + modelData.id
            title: modelData.title

            onTapped: root.step.choose(modelData.id)
        }
    }
}
