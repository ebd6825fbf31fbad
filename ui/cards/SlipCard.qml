pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "../controls"

/** 打印凭条: what it is or how it stands, and a button for each printer; while one is at work, a button that stops it. */
Card {
    id: root

    required property SlipViewModel slip

    readonly property color tone: slip.kind === "good" ? Theme.ok : slip.kind === "bad" ? Theme.errorInk : slip.kind === "unknown" ? Theme.warnInk : Theme.ink2
    readonly property string news: slip.kind === "neutral" ? "" : slip.says
    readonly property int buttonHeight: Math.min(Theme.buttonHeight, Theme.px(100))
    /** What it says and the buttons stand beside each other. */
    readonly property bool low: sign.width + Math.max(title.implicitWidth, Math.min(said.implicitWidth, Theme.px(400))) + 2 * Theme.gap + buttons.implicitWidth <= width - 2 * inset && said.implicitWidth <= Theme.px(400)

    inset: 16
    visible: slip.shown

    onNewsChanged: if (news !== "" && visible)
        told.show()

    Reveal {
        id: told

        item: root
    }

    GridLayout {
        columnSpacing: Theme.gap
        columns: root.low ? 2 : 1
        rowSpacing: Theme.space

        RowLayout {
            spacing: Theme.gap

            IconTile {
                id: sign

                Layout.alignment: Qt.AlignVCenter
                icon: "receipt"
                implicitHeight: 72
            }

            ColumnLayout {
                spacing: 0

                Title {
                    id: title

                    Layout.fillWidth: true
                    font.pixelSize: Theme.row
                    text: root.slip.title
                    wrapMode: Text.Wrap
                }

                Label {
                    id: said

                    Accessible.role: root.slip.kind === "bad" ? Accessible.AlertMessage : Accessible.StaticText
                    Layout.fillWidth: true
                    color: root.tone
                    font.bold: root.slip.kind !== "neutral"
                    font.pixelSize: Theme.caption
                    objectName: "text.slip"
                    text: root.slip.says
                    visible: text !== ""
                    wrapMode: Text.Wrap
                }
            }
        }

        GridLayout {
            id: buttons

            Layout.fillWidth: !root.low
            columnSpacing: Theme.space
            columns: root.width < Theme.px(560) ? 1 : Math.max(1, list.count)
            rowSpacing: 12
            uniformCellWidths: true

            Rows {
                id: list

                rows: root.slip.printers

                SecondaryButton {
                    required property int index
                    readonly property var modelData: list.held[index]

                    Layout.fillWidth: true
                    Layout.preferredHeight: root.buttonHeight
                    enabled: modelData.enabled
                    icon: root.width < Theme.px(700) ? "" : "printer"
                    objectName: "slip." + modelData.id
                    size: Theme.label
                    text: modelData.title

                    onTapped: root.slip.print(modelData.id)
                }
            }

            SecondaryButton {
                Layout.fillWidth: true
                Layout.preferredHeight: root.buttonHeight
                objectName: "slip.stop"
                size: Theme.label
                text: root.slip.stopText
                visible: text !== ""

                onTapped: root.slip.stop()
            }
        }
    }
}
