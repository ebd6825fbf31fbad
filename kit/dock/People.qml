pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import "../../ui/controls"

/** Invented people: a tap types one of them where the terminal asks who one is. */
Column {
    id: root

    required property PeopleViewModel step
    required property bool landscape

    spacing: root.landscape ? 3 : 6
    width: parent?.width ?? 0

    Rows {
        id: list

        rows: root.step.rows

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

                        anchors.verticalCenter: parent.verticalCenter
                        font.pixelSize: 26
                        text: person.modelData.title
                    }

                    Label {
                        anchors.right: card.left
                        anchors.rightMargin: 14
                        anchors.verticalCenter: parent.verticalCenter
                        color: Theme.ink2
                        font.pixelSize: 22
                        text: person.modelData.amount
                        visible: x > name.width
                    }

                    Chip {
                        id: card

                        anchors.right: parent.right
                        chosen: root.step.lying === person.modelData.id
                        height: name.height - 2
                        implicitWidth: 132
                        objectName: "dock.card." + person.modelData.id
                        radius: 10
                        size: 22
                        text: chosen ? root.step.takeText : root.step.putText

                        onTapped: root.step.putCard(person.modelData.id)
                    }
                }

                Label {
                    color: Theme.ink2
                    font.pixelSize: 22
                    text: person.modelData.caption
                    width: parent.width
                    wrapMode: Text.Wrap
                }
            }
        }
    }

    Label {
        color: Theme.demoInk
        font.pixelSize: 22
        objectName: "dock.bank_card"
        text: root.step.cardText
        width: root.width
        wrapMode: Text.Wrap
    }
}
