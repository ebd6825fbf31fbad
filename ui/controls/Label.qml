import QtQuick

/** Text as all screens set it, and as it is read out. The box is 1.35 em a line with the characters in its middle. */
Text {
    Accessible.name: textFormat === Text.PlainText ? text : text.replace(/<br>/g, "\n").replace(/<[^>]*>/g, "")
    Accessible.role: Accessible.StaticText
    color: Theme.ink
    elide: wrapMode === Text.NoWrap || maximumLineCount < 9 ? Text.ElideRight : Text.ElideNone
    font.family: Theme.family
    font.pixelSize: Theme.note
    lineHeight: 0.932
    textFormat: Text.PlainText
    topPadding: Math.round(-0.11 * font.pixelSize)
}
