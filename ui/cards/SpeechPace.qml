import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "../controls"

/** How fast and how loud screens are read aloud, a step at a time. */
GridLayout {
    id: root

    required property PaceViewModel pace

    readonly property bool beside: width >= 2 * rate.implicitWidth + columnSpacing

    columnSpacing: Theme.gap
    columns: beside ? 2 : 1
    rowSpacing: Theme.space

    Steps {
        id: rate

        canLess: root.pace.canSlower
        canMore: root.pace.canFaster
        label: root.pace.rateTitle
        less: root.pace.slowerText
        more: root.pace.fasterText
        steps: "rate"
        value: root.pace.rateText

        onTurned: by => root.pace.faster(by)
    }

    Steps {
        canLess: root.pace.canSofter
        canMore: root.pace.canLouder
        label: root.pace.volumeTitle
        less: root.pace.softerText
        more: root.pace.louderText
        steps: "volume"
        value: root.pace.volumeText

        onTurned: by => root.pace.louder(by)
    }

    component Steps: RowLayout {
        id: line

        required property string steps
        required property string label
        required property string value
        required property string less
        required property string more
        required property bool canLess
        required property bool canMore

        signal turned(by: int)

        Layout.fillWidth: true
        spacing: Theme.space

        Title {
            Layout.fillWidth: true
            font.pixelSize: Theme.label
            text: line.label
        }

        SecondaryButton {
            Layout.preferredHeight: Theme.touch
            Layout.preferredWidth: Theme.touch
            enabled: line.canLess
            icon: "minus"
            name: line.less
            objectName: line.steps + ".less"
            text: ""

            onTapped: line.turned(-1)
        }

        Title {
            Layout.minimumWidth: Theme.px(112)
            font.pixelSize: Theme.row
            horizontalAlignment: Text.AlignHCenter
            text: line.value
        }

        SecondaryButton {
            Layout.preferredHeight: Theme.touch
            Layout.preferredWidth: Theme.touch
            enabled: line.canMore
            icon: "plus"
            name: line.more
            objectName: line.steps + ".more"
            text: ""

            onTapped: line.turned(1)
        }
    }
}
