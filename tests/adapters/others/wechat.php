<?php

// Packagist's wechatpay/wechatpay. It knows no bills' files.
declare(strict_types=1);

use GuzzleHttp\Exception\RequestException;
use Psr\Http\Message\ResponseInterface;
use WeChatPay\Builder;
use WeChatPay\Crypto\AesGcm;
use WeChatPay\Crypto\Rsa;
use WeChatPay\Formatter;

$rows = static function (string $plain): string {
    $cells = static fn (string $names, string $line): array
        => array_combine(explode(',', $names), explode(',`', substr($line, 1)));
    $lines = explode("\r\n", trim(str_replace("\u{FEFF}", '', $plain)));
    [$tops, $sums] = array_splice($lines, -2);
    $names = array_shift($lines);
    $said = array_map(static function (string $line) use ($cells, $names): string {
        $row = $cells($names, $line);
        return "{$row['商户订单号']} {$row['订单金额']}";
    }, $lines);
    return implode(' ', [...$said, $cells($tops, $sums)['订单总金额']]);
};

(require __DIR__ . '/lines.php')(static function (array $merchant) use ($rows): array {
    ['mchid' => $mchid, 'appid' => $appid, 'notify_url' => $notify_url] = $merchant;
    $platform = Rsa::from($merchant['platform_key'], Rsa::KEY_TYPE_PUBLIC);
    $v3 = Builder::factory([
        'mchid' => $mchid,
        'serial' => $merchant['serial'],
        'privateKey' => Rsa::from($merchant['private_key']),
        'certs' => [$merchant['platform_serial'] => $platform],
        'base_uri' => $merchant['base_url'],
        'timeout' => 5,
    ])->v3;
    $order = $v3->pay->transactions->outTradeNo->_number_;
    $refunds = $v3->refund->domestic->refunds;
    $together = $v3->combineTransactions->outTradeNo->_whole_;
    $each = static fn (array $told): string => implode(' ', array_map(
        static fn (array $part): string => "{$part['out_trade_no']} {$part['trade_state']}", $told['sub_orders']
    ));
    $fields = static fn (ResponseInterface $answer): array => json_decode((string) $answer->getBody(), true);
    return [
        'said' => static function (Throwable $error): string {
            $answer = $error instanceof RequestException ? $error->getResponse() : null;
            return json_decode((string) $answer?->getBody(), true)['code'] ?? $error->getMessage();
        },
        'create' => static fn (string $number, string $description, int $fen, string $time_expire): string
            => $fields($v3->pay->transactions->native->post(['json' => [
                'appid' => $appid, 'mchid' => $mchid, 'description' => $description, 'out_trade_no' => $number,
                'notify_url' => $notify_url, 'time_expire' => $time_expire,
                'amount' => ['total' => $fen, 'currency' => 'CNY'],
            ]]))['code_url'],
        'query' => static fn (string $number): string
            => $fields($order->get(['query' => ['mchid' => $mchid], 'number' => $number]))['trade_state'],
        'close' => static fn (string $number): string
            => (string) $order->close->post(['json' => ['mchid' => $mchid], 'number' => $number])->getStatusCode(),
        'refund' => static fn (string $number, string $refund, int $fen, int $total): string
            => $fields($refunds->post(['json' => [
                'out_trade_no' => $number, 'out_refund_no' => $refund, 'reason' => '缴费未入库',
                'amount' => ['refund' => $fen, 'total' => $total, 'currency' => 'CNY'],
            ]]))['status'],
        'query_refund' => static fn (string $number, string $refund): string
            => $fields($refunds->_refund_->get(['refund' => $refund]))['status'],
        'send_on' => static function (string $refund, string $card, string $name)
            use ($merchant, $platform, $refunds, $fields): string {
            $number = $fields($refunds->_refund_->get(['refund' => $refund]))['refund_id'];
            return $fields($refunds->_number_->applyAbnormalRefund->post([
                'json' => [
                    'out_refund_no' => $refund, 'type' => 'USER_BANK_CARD', 'bank_type' => 'ICBC_DEBIT',
                    'bank_account' => Rsa::encrypt($card, $platform), 'real_name' => Rsa::encrypt($name, $platform),
                ],
                'headers' => ['Wechatpay-Serial' => $merchant['platform_serial']],
                'number' => $number,
            ]))['status'];
        },
        'combine' => static fn (string $whole, string $description, array $parts, string $time_expire): string
            => $fields($v3->combineTransactions->native->post(['json' => [
                'combine_appid' => $appid, 'combine_mchid' => $mchid, 'combine_out_trade_no' => $whole,
                'notify_url' => $notify_url, 'time_expire' => $time_expire,
                'sub_orders' => array_map(static fn (array $part): array => [
                    'mchid' => $mchid, 'attach' => $whole, 'description' => $description, 'out_trade_no' => $part[0],
                    'amount' => ['total_amount' => $part[1], 'currency' => 'CNY'],
                ], $parts),
            ]]))['code_url'],
        'query_combined' => static fn (string $whole): string => $each($fields($together->get(['whole' => $whole]))),
        'close_combined' => static fn (string $whole, array $parts): string
            => (string) $together->close->post(['json' => [
                'combine_appid' => $appid,
                'sub_orders' => array_map(static fn (string $number): array
                    => ['mchid' => $mchid, 'out_trade_no' => $number], $parts),
            ], 'whole' => $whole])->getStatusCode(),
        'hear' => static function (array $headers, string $body) use ($merchant, $platform, $each): string {
            $signed = Formatter::response($headers['Wechatpay-Timestamp'], $headers['Wechatpay-Nonce'], $body);
            if (!Rsa::verify($signed, $headers['Wechatpay-Signature'], $platform)) {
                throw new RuntimeException('another signature');
            }
            ['ciphertext' => $sealed, 'nonce' => $nonce, 'associated_data' => $about]
                = json_decode($body, true)['resource'];
            $told = json_decode(AesGcm::decrypt($sealed, $merchant['api_v3_key'], $nonce, $about), true);
            return isset($told['sub_orders']) ? $each($told) : "{$told['out_trade_no']} {$told['trade_state']}";
        },
        'bill' => static function (string $day) use ($v3, $fields, $rows): string {
            $asked = ['bill_date' => $day, 'bill_type' => 'ALL', 'tar_type' => 'GZIP'];
            $told = $fields($v3->bill->tradebill->get(['query' => $asked]));
            ['path' => $path, 'query' => $query] = parse_url($told['download_url']);
            $file = $v3->chain(substr($path, strlen('/v3/')))->get(['query' => $query]);
            $plain = gzdecode((string) $file->getBody());
            if (hash($told['hash_type'], $plain) !== $told['hash_value']) {
                throw new RuntimeException('another digest');
            }
            return $rows($plain);
        },
    ];
});
