pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "../../ui/controls"

/** Invented people: a tap opens one of them, and types them where the terminal asks who one is. */
Part {
    id: root

    required property PeopleViewModel step
    /** How high whoever is chosen stands, and all others. */
    readonly property int opened: 356
    readonly property real folded: Math.min(112, (height - below - 48 - opened) / Math.max(1, list.count - 1))

    heading: step.heading
    note: step.hint

    Column {
        width: parent.width - 4
        x: 2
        y: root.below

        Rows {
            id: list

            rows: root.step.rows

            Touchable {
                id: person

                required property int index
                readonly property var modelData: list.held[index]
                readonly property bool chosen: modelData.chosen

                activeFocusOnTab: false
                border.color: Theme.demo
                border.width: chosen ? 4 : 0
                color: pressed ? Theme.demoTint : Theme.surface
                height: chosen ? root.opened : root.folded
                name: modelData.title
                objectName: "dock.person." + modelData.id
                radius: chosen ? 16 : 0
                width: parent?.width ?? 0

                onTapped: root.step.choosePerson(modelData.id)

                Rectangle {
                    color: Theme.demoEdge
                    height: 2
                    visible: !person.chosen
                    width: parent.width
                }

                Icon {
                    id: tick

                    color: Theme.demoInk
                    name: "tick"
                    size: 32
                    visible: person.chosen
                    weight: 6
                    x: 18
                    y: 18
                }

                Title {
                    id: name

                    font.pixelSize: person.chosen ? 36 : 32
                    text: person.modelData.title
                    x: person.chosen ? 60 : 18
                    y: person.chosen ? 12 : shows.visible ? (person.height - 84) / 2 : (person.height - height) / 2
                }

                Label {
                    anchors.baseline: name.baseline
                    anchors.right: card.left
                    anchors.rightMargin: 14
                    color: Theme.ink2
                    font.pixelSize: 28
                    text: person.modelData.number
                    visible: !person.chosen
                }

                Label {
                    id: shows

                    anchors.top: name.bottom
                    anchors.topMargin: person.chosen ? 4 : 2
                    color: Theme.ink2
                    font.pixelSize: 28
                    maximumLineCount: person.chosen ? 2 : 1
                    text: person.modelData.shows
                    visible: person.chosen || person.height >= 84
                    width: (person.chosen ? parent.width - 18 : card.x - 14) - x
                    wrapMode: Text.Wrap
                    x: 18
                }

                Column {
                    anchors.bottom: card.top
                    anchors.bottomMargin: 14
                    spacing: 4
                    visible: person.chosen
                    x: 18

                    Rows {
                        id: pairs

                        rows: person.chosen ? person.modelData.pairs : []

                        Row {
                            id: pair

                            required property int index
                            readonly property var modelData: pairs.held[index]

                            spacing: 16

                            Label {
                                color: Theme.ink2
                                font.pixelSize: 28
                                text: pair.modelData.key
                                width: 144
                            }

                            Label {
                                font.bold: true
                                font.pixelSize: 28
                                objectName: ["dock.number", "dock.bank_card", "dock.phone"][pair.index]
                                text: pair.modelData.value
                            }
                        }
                    }
                }

                Chip {
                    id: card

                    chosen: person.modelData.lying
                    filled: person.chosen
                    height: 64
                    objectName: "dock.card." + person.modelData.id
                    text: person.modelData.put
                    width: person.chosen ? (parent.width - 52) / 2 : Math.max(88, implicitWidth)
                    x: person.chosen ? 18 : parent.width - width - 14
                    y: person.chosen ? parent.height - height - 18 : (parent.height - height) / 2

                    onTapped: root.step.putCard(person.modelData.id)
                }

                Chip {
                    accent: Theme.demo
                    anchors.right: parent.right
                    anchors.rightMargin: 18
                    anchors.top: card.top
                    border.color: Theme.demo
                    border.width: 4
                    objectName: "dock.fill." + person.modelData.id
                    text: root.step.fillText
                    visible: person.chosen
                    width: card.width

                    onTapped: root.step.choosePerson(person.modelData.id)
                }
            }
        }
    }

    Label {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 6
        color: Theme.demoInk
        font.bold: text !== ""
        font.pixelSize: 28
        objectName: "dock.reader"
        text: root.step.reader
        width: parent.width - 40
        x: 20
    }
}
