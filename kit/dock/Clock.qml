pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "../../ui/controls"

/** The hall's time as a date: typed on a keyboard, stepped, or put where something happens. */
Part {
    id: root

    required property ClockViewModel step

    heading: step.heading
    implicitHeight: below + all.height + 20
    note: step.note
    wrong: step.wrong

    Column {
        id: all

        spacing: 8
        width: root.width - 40
        x: 20
        y: root.below

        Touchable {
            id: field

            /** Keys are its own. */
            readonly property bool typing: activeFocus
            readonly property bool moved: root.step.ahead && !root.step.typed

            activeFocusOnTab: false
            border.color: root.step.wrong ? Theme.error : Theme.demo
            border.width: activeFocus ? 6 : 4
            color: moved ? Theme.demo : Theme.surface
            height: 76
            name: root.step.time
            objectName: "dock.clock"
            radius: 14
            width: parent.width

            Keys.onPressed: event => {
                event.accepted = true;
                const done = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
                if (done)
                    root.step.enter();
                else if (event.key === Qt.Key_Escape)
                    root.step.leave();
                else if (event.key === Qt.Key_Backspace)
                    root.step.erase();
                else if (/^[-0-9: ]$/.test(event.text))
                    root.step.write(event.text);
                focus = event.key !== Qt.Key_Escape && (!done || root.step.wrong);
            }
            onTapped: forceActiveFocus()

            Title {
                id: time

                anchors.verticalCenter: parent.verticalCenter
                color: field.moved ? "#FFFFFF" : root.step.typed ? Theme.ink : Theme.demoInk
                font.features: {
                    "tnum": 1
                }
                font.pixelSize: 40
                objectName: "dock.time"
                text: root.step.time
                x: 24
            }

            Rectangle {
                color: time.color
                height: 44
                visible: field.activeFocus
                width: 4
                x: time.x + time.width + 4
                y: 16
            }

            Icon {
                anchors.right: parent.right
                anchors.rightMargin: 20
                anchors.verticalCenter: parent.verticalCenter
                color: time.color
                name: "calendar"
                size: 40
                visible: !enter.visible
            }

            Chip {
                id: enter

                anchors.right: parent.right
                anchors.rightMargin: 6
                anchors.verticalCenter: parent.verticalCenter
                filled: true
                objectName: "dock.clock.enter"
                text: root.step.enterText
                visible: root.step.typed

                onTapped: root.step.enter()
            }
        }

        Row {
            spacing: 8

            Rows {
                id: steps

                rows: root.step.steps

                Chip {
                    required property int index
                    readonly property var modelData: steps.held[index]

                    objectName: "dock.clock.step." + modelData.id
                    text: modelData.title
                    width: (all.width - 24) / 4

                    onTapped: root.step.step(Number(modelData.id))
                }
            }
        }

        Flow {
            spacing: 8
            width: parent.width

            Rows {
                id: presets

                rows: root.step.rows

                Chip {
                    required property int index
                    readonly property var modelData: presets.held[index]

                    chosen: modelData.chosen
                    filled: chosen && root.step.ahead
                    objectName: "dock.lever.clock." + modelData.id
                    text: modelData.title

                    onTapped: root.step.pull(modelData.id)
                }
            }
        }
    }
}
