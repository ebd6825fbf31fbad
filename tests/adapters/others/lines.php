<?php

// What `lines.cjs` is for Node: `wechat.php` and `alipay.php` are asked line by line, and answer so.
declare(strict_types=1);

// What PHP finds deprecated in a client of others is no answer.
ini_set('display_errors', 'stderr');
require "{$argv[1]}/vendor/autoload.php";

return static function (callable $made): void {
    $calls = $made(json_decode(fgets(STDIN), true));
    while (($line = fgets(STDIN)) !== false) {
        $asked = json_decode($line, true);
        $call = array_shift($asked);
        try {
            $answer = ['told' => $calls[$call](...$asked)];
        } catch (Throwable $error) {
            $answer = ['error' => $calls['said']($error)];
        }
        echo json_encode($answer, JSON_UNESCAPED_UNICODE), "\n";
    }
};
