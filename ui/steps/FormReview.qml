import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels
import ".."
import "../cards"
import "../controls"

/** Over a form: all that is in it, to be looked over before it is sent. */
Overlay {
    id: root

    required property Frame frame
    required property ReviewViewModel review

    color: Theme.bg
    name: review.heading
    objectName: "review"

    onDismissed: if (!review.busy)
        review.edit()

    StepPage {
        id: page

        frame: root.frame
        primary: root.review.sendText
        primaryEnabled: !root.review.busy
        primaryName: "review.send"
        secondary: root.review.editText
        secondaryEnabled: !root.review.busy
        secondaryName: "review.back"
        words: root.review

        onNext: root.review.send()
        onOther: root.review.edit()

        before: [
            RowLayout {
                spacing: Theme.gap

                IconTile {
                    icon: "document"
                }

                ColumnLayout {
                    spacing: 0

                    Title {
                        Accessible.role: Accessible.Heading
                        Layout.fillWidth: true
                        objectName: "text.review"
                        text: root.review.heading
                        wrapMode: Text.Wrap
                    }

                    Label {
                        Layout.fillWidth: true
                        color: Theme.ink2
                        font.pixelSize: Theme.note
                        text: root.review.remark
                        wrapMode: Text.Wrap
                    }
                }
            },
            AmountCard {
                figure: root.review.amount
                size: Theme.amountLarge
                title: root.review.amountTitle
                visible: figure !== ""
            }
        ]

        after: NoticeCard {
            heading: root.review.noticeTitle
            sentences: root.review.notices
        }

        AccountCard {
            bank: root.review.bank
            heading: root.review.accountTitle
            holder: root.review.holder
            holderLabel: root.review.holderLabel
            numberLabel: root.review.accountLabel
            tail: root.review.tail
            tailLabel: root.review.tailLabel
            visible: root.review.accountTitle !== ""
        }

        KeyValueCard {
            pairs: root.review.rows
            rowHeight: Theme.px(page.landscape ? 56 : pairs.length > 5 ? 76 : 64)
        }
    }
}
