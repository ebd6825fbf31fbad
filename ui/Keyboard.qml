import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings

/** The keyboard for words, Pinyin first. It stands at the foot of the content, above the buttons. */
Item {
    id: root

    readonly property bool open: panel.active

    function begin(): void {
        VirtualKeyboardSettings.locale = "zh_CN";
    }

    implicitHeight: open ? panel.height : 0

    Component.onCompleted: {
        VirtualKeyboardSettings.styleName = "kiosk";
        VirtualKeyboardSettings.activeLocales = ["zh_CN", "en_US"];
        VirtualKeyboardSettings.handwritingModeDisabled = true;
        VirtualKeyboardSettings.wordCandidateList.alwaysVisible = true;
        begin();
    }
    onOpenChanged: begin()

    InputPanel {
        id: panel

        externalLanguageSwitchEnabled: false
        objectName: "keyboard"
        visible: active
        width: root.width
    }
}
