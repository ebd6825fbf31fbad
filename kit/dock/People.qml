pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "../../ui/controls"

/** Invented people: a tap types one of them where the terminal asks who one is. */
Column {
    id: root

    required property DockViewModel step
    required property bool landscape

    spacing: root.landscape ? 3 : 6
    width: parent?.width ?? 0

    Rows {
        id: list

        rows: root.step.people

        Touchable {
            id: person

            required property int index
            readonly property var modelData: list.held[index]

            activeFocusOnTab: false
            border.color: Theme.demoEdge
            border.width: 2
            color: pressed ? Theme.demoTint : Theme.surface
            implicitHeight: words.height + (root.landscape ? 8 : 12)
            name: modelData.title
            objectName: "dock.person." + modelData.id
            radius: 14
            width: root.width

            onTapped: root.step.choosePerson(modelData.id)

            Chip {
                id: card

                anchors.bottom: parent.bottom
                anchors.bottomMargin: root.landscape ? 4 : 6
                anchors.right: parent.right
                anchors.rightMargin: 20
                chosen: root.step.lying === person.modelData.id
                objectName: "dock.card." + person.modelData.id
                text: chosen ? root.step.takeText : root.step.putText

                onTapped: root.step.putCard(person.modelData.id)
            }

            Column {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - 40
                x: 20

                Item {
                    height: name.height
                    width: parent.width

                    Title {
                        id: name

                        font.pixelSize: 26
                        text: person.modelData.title
                    }

                    Label {
                        anchors.right: parent.right
                        color: Theme.ink2
                        font.pixelSize: 24
                        text: person.modelData.amount
                    }
                }

                Label {
                    color: Theme.ink2
                    font.pixelSize: 22
                    text: person.modelData.caption
                    width: parent.width - card.width - 12
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
