pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** What can be done now; what needs a hand, worst first; what passes. */
StepPage {
    id: root

    required property DevicesViewModel step

    overlaid: step.touch.shown
    primary: step.submitText
    primaryEnabled: step.ready
    primaryIcon: "refresh"
    secondary: step.suspendText
    words: step

    onNext: step.submit()
    onOther: step.suspend()

    before: [
        GridLayout {
            id: services

            readonly property Item pieces: services

            columnSpacing: Theme.space
            columns: width < Theme.px(760) ? 1 : 3
            rowSpacing: Theme.space
            uniformCellWidths: true
            visible: root.step.services.length > 0

            Rows {
                id: boxes

                rows: root.step.services

                ServiceBox {
                    required property int index
                    readonly property var modelData: boxes.held[index]

                    caption: modelData.caption
                    objectName: "service." + modelData.id
                    title: modelData.title
                    tone: modelData.tone
                }
            }
        }
    ]

    ErrorCard {
        text: root.step.problem
        waiting: root.step.loading
    }

    EmptyCard {
        icon: "wrench"
        text: root.step.nothing
    }

    Heading {
        remark: root.step.looked
        size: Theme.row
        text: root.step.heading
    }

    Devices {
        rows: root.step.amiss
    }

    Heading {
        remark: root.step.heading ? root.step.hint : root.step.looked
        size: Theme.row
        text: root.step.wellHeading
    }

    Devices {
        reveals: true
        rows: root.step.opened
    }

    GridLayout {
        id: well

        readonly property int fits: Math.max(1, Math.min(2, Math.floor(width / Theme.px(440))))

        readonly property Item pieces: well

        columnSpacing: Theme.space
        columns: fits
        flow: GridLayout.TopToBottom
        rowSpacing: 0
        rows: Math.ceil(lines.count / fits)
        uniformCellWidths: true
        visible: lines.count > 0

        Rows {
            id: lines

            rows: root.step.well

            DeviceLine {
                required property int index
                readonly property var modelData: lines.held[index]

                caption: modelData.caption
                first: index % well.rows === 0
                icon: modelData.icon
                last: index % well.rows === well.rows - 1 || index === lines.count - 1
                objectName: "line." + modelData.id
                opened: modelData.opened
                title: modelData.title
                verdict: modelData.verdict
                when: modelData.when
                z: opened ? 1 : 0

                onTapped: root.step.open(modelData.id)
            }
        }
    }

    Loader {
        active: root.step.touch.shown
        anchors.fill: parent
        parent: root.frame.aloft

        sourceComponent: TouchTest {
            test: root.step.touch
        }
    }

    component Devices: ColumnLayout {
        id: list

        required property var rows
        /** A finger that opened one may lie on another page. */
        property bool reveals: false
        readonly property Item pieces: list

        spacing: Theme.space
        visible: cards.count > 0

        Rows {
            id: cards

            rows: list.rows

            DeviceCard {
                required property int index

                againText: root.step.againText
                device: cards.held[index]
                reveals: list.reveals
                stepsTitle: root.step.stepsTitle

                onAnswered: heard => root.step.answer(heard)
                onChecked: root.step.check(device.id)
                onOpened: root.step.open(device.id)
                onStopped: root.step.stop()
                onTested: root.step.test(device.id)
            }
        }
    }
}
