import QtQuick
import Kiosk.ViewModels

/** The colours of a contrast (normal, high, dark), as a channel wears them. Ratios are computed again by a test. */
QtObject {
    id: root

    /** Whose; anything that is no channel wears what Home wears. */
    property string channel: ""
    property string contrast: "normal"

    readonly property bool high: contrast === "high"
    readonly property bool dark: contrast === "dark"

    readonly property color bg: of("#EEF2F6", "#FFFFFF", "#10171F")
    readonly property color surface: of("#FFFFFF", "#FFFFFF", "#1B2530")
    readonly property color sunken: of("#DDE4EB", "#FFFFFF", "#0B1118")
    readonly property color ink: of("#15202B", "#000000", "#EEF3F8")
    readonly property color ink2: of("#475566", "#000000", "#B6C3D0")
    readonly property color placeholder: of("#5A6878", "#333333", "#B6C3D0")
    readonly property color control: of("#748292", "#000000", "#8696A6")
    readonly property color line: of("#D5DDE5", "#000000", "#3A4958")
    readonly property color disabled: of("#E1E7ED", "#EBEBEB", "#2A3642")
    readonly property color disabledInk: of("#566372", "#3D3D3D", "#B6C3D0")
    readonly property color unfilled: of("#C9D3DE", "#C4C4C4", "#46535F")

    readonly property color error: of("#B3261E", "#7A0C07", "#FFB4AB")
    readonly property color errorInk: of("#8C1D18", "#7A0C07", "#FFB4AB")
    readonly property color errorTint: of("#FDECEA", "#FFFFFF", "#3A1715")
    readonly property color errorEdge: of("#EBAAAE", "#7A0C07", "#FFB4AB")
    readonly property color ok: of("#0B6B3A", "#00512A", "#7FDDA8")
    readonly property color okTint: of("#E6F4EB", "#FFFFFF", "#17382A")
    readonly property color okEdge: of("#9CCFB2", "#00512A", "#4CC98A")
    readonly property color warnInk: of("#6B4300", "#4A2E00", "#FFD479")
    readonly property color warnTint: of("#FFF3D9", "#FFFFFF", "#2E2714")
    readonly property color warnEdge: of("#E3B55B", "#4A2E00", "#FFD479")
    readonly property color demo: of("#5A2C99", "#3A1570", "#5A2C99")
    readonly property color demoInk: of("#46217A", "#3A1570", "#DCCBF7")
    readonly property color demoTint: of("#EFE8FA", "#FFFFFF", "#2A1F3D")
    readonly property color demoEdge: of("#D3C3EC", "#3A1570", "#8696A6")
    readonly property color strip: of("#1C2833", "#000000", "#0B1118")
    readonly property color stripInk: of("#EAF0F5", "#FFFFFF", "#EAF0F5")
    readonly property color stripWarn: of("#FFD27A", "#FFD27A", "#FFD479")
    readonly property color stripLine: of("#46535F", "#FFFFFF", "#46535F")
    /** Of the switch whose sheet is open. */
    readonly property color stripOpen: of("#3A4958", "#3D3D3D", "#3A4958")
    /** Over a screen on which something is asked first. */
    readonly property color veil: of("#B315202B", "#CC000000", "#CC000000")
    /** On what is deep: header, strip and tags. */
    readonly property color inkOnDeep: "#FFFFFF"
    /** Over a picture that is hidden, whatever the contrast. */
    readonly property color curtain: "#000000"
    readonly property color curtainInk: "#FFFFFF"
    readonly property color curtainInk2: "#B6C3D0"
    readonly property color curtainEdge: "#8696A6"
    readonly property color curtainAccent: "#8FB4EA"
    /** What is seen as it is printed or scanned. */
    readonly property color paper: "#FFFFFF"

    readonly property ChannelColours worn: ChannelColours {
        channel: root.channel
        contrast: root.contrast
    }
    readonly property color accent: worn.accent
    readonly property color inkOnAccent: worn.inkOnAccent
    readonly property color deep: worn.deep
    readonly property color accentInk: worn.accentInk
    readonly property color tint: worn.tint
    readonly property color edge: worn.edge
    readonly property color header: worn.header
    readonly property color headerButton: of(deep, "#FFFFFF", "#0B1118")
    readonly property color headerButtonInk: of("#FFFFFF", "#000000", "#FFFFFF")
    readonly property color headerUnfilled: of(deep, "#7A7A7A", "#0B1118")
    readonly property color headerButtonEdge: of(deep, "#FFFFFF", "#8696A6")

    function of(normal: color, high_: color, dark_: color): color {
        return high ? high_ : dark ? dark_ : normal;
    }
}
