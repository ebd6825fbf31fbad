pragma Singleton

import QtQuick
import Kiosk.ViewModels

/** The look in one place: colours, type, spaces. Ratios are measured by WCAG 2 and computed again by a test. */
QtObject {
    id: root

    /** Which channel's colours are worn; anything else is Home's. */
    property string channel: ""
    /** The unit behind amounts, as the shell words it. */
    property string unit: ""
    /** Text size: multiplies type and control heights, never margins. */
    property real scale: 1

    readonly property string family: "Noto Sans CJK SC"

    readonly property color bg: "#EEF2F6"
    readonly property color surface: "#FFFFFF"
    readonly property color sunken: "#DDE4EB"
    readonly property color ink: "#15202B"
    readonly property color ink2: "#475566"
    readonly property color placeholder: "#5A6878"
    readonly property color control: "#748292"
    readonly property color line: "#D5DDE5"
    readonly property color disabled: "#E1E7ED"
    readonly property color disabledInk: "#566372"
    readonly property color unfilled: "#C9D3DE"

    readonly property color error: "#B3261E"
    readonly property color errorInk: "#8C1D18"
    readonly property color errorTint: "#FDECEA"
    readonly property color errorEdge: "#EBAAAE"
    readonly property color ok: "#0B6B3A"
    readonly property color okTint: "#E6F4EB"
    readonly property color okEdge: "#9CCFB2"
    readonly property color warnInk: "#6B4300"
    readonly property color warnTint: "#FFF3D9"
    readonly property color warnEdge: "#E3B55B"
    readonly property color demo: "#5A2C99"
    readonly property color demoInk: "#46217A"
    readonly property color demoTint: "#EFE8FA"
    readonly property color demoEdge: "#D3C3EC"
    readonly property color strip: "#1C2833"
    readonly property color stripInk: "#EAF0F5"
    readonly property color stripLine: "#46535F"
    /** Over a screen on which something is asked first. */
    readonly property color veil: "#B315202B"

    readonly property ChannelColours worn: ChannelColours {
        channel: root.channel
    }
    readonly property color accent: worn.accent
    readonly property color deep: worn.deep
    readonly property color accentInk: worn.accentInk
    readonly property color tint: worn.tint
    readonly property color edge: worn.edge

    /** Nothing is written smaller. */
    readonly property int least: 30
    readonly property int small: px(30)
    readonly property int caption: px(32)
    readonly property int note: px(34)
    readonly property int label: px(36)
    readonly property int field: px(38)
    readonly property int row: px(40)
    readonly property int heading: px(42)
    readonly property int tile: px(46)
    readonly property int title: 54 * titleScale
    readonly property int titleLong: 44 * titleScale
    readonly property int outcome: px(60)
    readonly property int homeTitle: 64 * titleScale
    readonly property int amount: px(76)
    readonly property int amountLarge: px(96)

    readonly property int hair: 8
    readonly property int space: 16
    readonly property int gap: 24
    readonly property int inset: 32
    /** What is written around the content, beside a code or over keys: it grows no more than titles do. */
    readonly property int frameSmall: 30 * titleScale
    readonly property int frameNote: 34 * titleScale
    readonly property int frameLabel: 36 * titleScale
    readonly property int frameField: 38 * titleScale
    readonly property int frameRow: 40 * titleScale
    readonly property int frameHeading: 42 * titleScale

    readonly property int margin: 48
    readonly property int insetLarge: 56
    /** How far the ring of the focus lies around a control. */
    readonly property int ringReach: 10

    readonly property int fieldHeight: Math.min(px(104), 136)
    readonly property int buttonHeight: Math.min(px(112), 136)
    readonly property int keyHeight: Math.min(px(128), 144)
    readonly property int rowHeight: px(148)
    /** Beside other cards, where height is short. */
    readonly property int narrowKeyHeight: 104
    readonly property int touch: 96
    readonly property int turnWidth: Math.min(px(280), 304)
    /** What stands at the left of fields that have their label beside them. */
    readonly property int labelWidth: px(248)
    /** From here on labels stand above their fields. */
    readonly property bool labelsAbove: scale >= 1.3
    readonly property bool largest: scale >= 1.5
    readonly property int dialogWidth: 984
    readonly property int secondaryWidth: 304
    readonly property int secondaryNarrow: 216
    /** The column at the right, in landscape. */
    readonly property int sideWidth: 576
    /** What is said at the right of the header, in landscape. */
    readonly property int toldWidth: 500

    readonly property int fieldRadius: 16
    readonly property int buttonRadius: 20
    readonly property int cardRadius: 24

    readonly property int edgeWidth: 2
    readonly property int controlWidth: 3
    readonly property int errorWidth: 4
    readonly property int chosenWidth: 5

    readonly property real titleScale: Math.min(scale, 1.2)

    function px(size: real): int {
        return Math.round(size * scale);
    }
}
