import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import "controls"

/** Back and Home below everything else, for who does not reach the header: half and half, or Home alone. */
Rectangle {
    id: root

    required property NavigationViewModel navigation
    required property GoingHomeViewModel goingHome
    required property HeaderViewModel header

    color: Theme.surface
    implicitHeight: back.implicitHeight + 2 * Theme.space

    Rectangle {
        color: Theme.line
        height: Theme.edgeWidth
        width: parent.width
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: Theme.space

        SecondaryButton {
            id: back

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            icon: root.header.locks ? "lock" : "back"
            implicitHeight: Theme.fieldHeight
            objectName: root.header.locks ? "lock" : "back"
            text: root.header.backText
            visible: root.header.canGoBack

            onTapped: root.navigation.back()
        }

        SecondaryButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            icon: "home"
            implicitHeight: Theme.fieldHeight
            objectName: "home"
            text: root.header.homeText

            onTapped: root.goingHome.home()
        }
    }
}
