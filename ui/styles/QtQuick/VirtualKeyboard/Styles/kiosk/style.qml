import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import "../../../../../controls"

/** The keyboard in the terminal's look: a sunken panel, white keys, candidates large enough to read. */
KeyboardStyle {
    id: root

    /** The keys stand 6 further in, at the margin of the page or of the panel. */
    readonly property int side: (Theme.landscape ? Theme.gap : Theme.margin) - 6

    keyboardDesignHeight: Theme.landscape ? 440 : 500
    keyboardDesignWidth: Theme.landscape ? 1216 : 1080
    keyboardRelativeBottomMargin: 16 / keyboardDesignHeight
    keyboardRelativeLeftMargin: side / keyboardDesignWidth
    keyboardRelativeRightMargin: side / keyboardDesignWidth
    keyboardRelativeTopMargin: 10 / keyboardDesignHeight

    keyboardBackground: Rectangle {
        color: Theme.sunken
    }

    keyPanel: KeyFace {}
    backspaceKeyPanel: KeyFace {
        icon: "erase"
    }
    enterKeyPanel: KeyFace {
        icon: "tick"
        strong: true
    }
    handwritingKeyPanel: KeyFace {}
    hideKeyPanel: KeyFace {
        icon: "down"
    }
    languageKeyPanel: KeyFace {
        icon: "globe"
    }
    modeKeyPanel: KeyFace {}
    shiftKeyPanel: KeyFace {
        icon: "capital"
        lit: InputContext.uppercase
    }
    spaceKeyPanel: KeyFace {}
    symbolKeyPanel: KeyFace {}

    alternateKeysListBackground: Rectangle {
        border.color: Theme.control
        border.width: Theme.edgeWidth
        color: Theme.surface
        radius: Theme.fieldRadius
    }
    alternateKeysListDelegate: Item {
        id: alternative

        required property string text

        height: 104
        width: 96

        Label {
            anchors.centerIn: parent
            font.pixelSize: Theme.heading
            text: alternative.text
        }
    }
    alternateKeysListHighlight: Rectangle {
        color: Theme.tint
        radius: Theme.fieldRadius
    }
    alternateKeysListItemHeight: 104
    alternateKeysListItemWidth: 96

    popupListBackground: Rectangle {
        border.color: Theme.control
        border.width: Theme.edgeWidth
        color: Theme.surface
    }
    popupListDelegate: Candidate {}
    popupListHighlight: Rectangle {
        color: Theme.tint
    }

    selectionListBackground: Rectangle {
        color: Theme.surface

        Rectangle {
            color: Theme.line
            height: 2
            width: parent.width
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.ink2
            text: Theme.typing
            visible: (InputContext.inputEngine?.wordCandidateListModel?.count ?? 0) === 0
            x: Theme.landscape ? Theme.gap : Theme.margin
        }
    }
    selectionListDelegate: Candidate {}
    selectionListHeight: 104
    selectionListHighlight: Rectangle {
        color: Theme.tint
    }
}
