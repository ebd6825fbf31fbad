<?php

// Packagist's easyalipay/easyalipay. It knows no bills' files, so PHP fetches one, and Python reads it.
declare(strict_types=1);

use EasyAlipay\Builder;
use EasyAlipay\Crypto\Rsa;
use EasyAlipay\Formatter;

(require __DIR__ . '/lines.php')(static function (array $merchant): array {
    $platform = Rsa::from($merchant['platform_key'], Rsa::KEY_TYPE_PUBLIC);
    $sdk = Builder::factory([
        'privateKey' => Rsa::from($merchant['private_key']),
        'publicKey' => $platform,
        'params' => ['app_id' => $merchant['app_id']],
        'base_uri' => $merchant['base_url'],
        'timeout' => 5,
    ]);
    $ask = static function (string $method, array $content, array $more = []) use ($sdk): array {
        $answer = $sdk->chain("alipay.{$method}")->post($content, ['query' => $more]);
        // It says whether it was signed, and leaves it to others to mind.
        if ($answer->getHeaderLine('X-Alipay-Verified') !== 'ok') {
            throw new RuntimeException('another signature');
        }
        $told = json_decode((string) $answer->getBody(), true);
        if ($told['code'] !== '10000') {
            throw new RuntimeException($told['sub_code']);
        }
        return $told;
    };
    return [
        'said' => static fn (Throwable $error): string => $error->getMessage(),
        'create' => static fn (string $number, string $subject, string $yuan, string $time_expire): string
            => $ask('trade.precreate', [
                'out_trade_no' => $number, 'total_amount' => $yuan, 'subject' => $subject,
                'time_expire' => $time_expire,
            ], ['notify_url' => $merchant['notify_url']])['qr_code'],
        'query' => static fn (string $number): string
            => $ask('trade.query', ['out_trade_no' => $number])['trade_status'],
        'close' => static fn (string $number): string
            => $ask('trade.close', ['out_trade_no' => $number])['out_trade_no'],
        'refund' => static fn (string $number, string $refund, string $yuan): string
            => $ask('trade.refund', [
                'out_trade_no' => $number, 'out_request_no' => $refund, 'refund_amount' => $yuan,
                'refund_reason' => '缴费未入库',
            ])['fund_change'],
        'query_refund' => static fn (string $number, string $refund): string
            => $ask('trade.fastpay.refund.query', [
                'out_trade_no' => $number, 'out_request_no' => $refund,
            ])['refund_status'],
        'hear' => static function (array $headers, string $body) use ($platform): string {
            parse_str($body, $told);
            $signed = Formatter::queryStringLike(Formatter::ksort(array_diff_key($told, ['sign_type' => 0])));
            if (!Rsa::verify($signed, $told['sign'], $platform)) {
                throw new RuntimeException('another signature');
            }
            return "{$told['out_trade_no']} {$told['trade_status']}";
        },
        'bill' => static function (string $bill_date) use ($ask): string {
            $asked = ['bill_type' => 'trade', 'bill_date' => $bill_date];
            $told = $ask('data.dataservice.bill.downloadurl.query', $asked);
            return base64_encode(file_get_contents($told['bill_download_url']));
        },
    ];
});
