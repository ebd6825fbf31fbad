// npm's alipay-sdk. It knows no bills' files, so Node fetches one, and Python reads it.
require('./lines.cjs')((wanted, merchant) => {
  const { AlipaySdk } = wanted('alipay-sdk');
  const sdk = new AlipaySdk({
    appId: merchant.app_id,
    privateKey: merchant.private_key,
    keyType: 'PKCS8',
    alipayPublicKey: merchant.platform_key,
    gateway: merchant.base_url,
  });
  const ask = async (method, bizContent, more = {}) => {
    const answer = await sdk.exec(`alipay.${method}`, { ...more, bizContent }, { validateSign: true });
    if (answer.code !== '10000') throw new Error(answer.subCode);
    return answer;
  };
  return {
    said: (error) => error.message,
    create: async (number, subject, yuan, timeExpire) => (await ask('trade.precreate', {
      outTradeNo: number, totalAmount: yuan, subject, timeExpire,
    }, { notifyUrl: merchant.notify_url })).qrCode,
    query: async (number) => (await ask('trade.query', { outTradeNo: number })).tradeStatus,
    close: async (number) => (await ask('trade.close', { outTradeNo: number })).outTradeNo,
    refund: async (number, refund, yuan) => (await ask('trade.refund', {
      outTradeNo: number, outRequestNo: refund, refundAmount: yuan, refundReason: '缴费未入库',
    })).fundChange,
    query_refund: async (number, refund) => (await ask('trade.fastpay.refund.query', {
      outTradeNo: number, outRequestNo: refund,
    })).refundStatus,
    hear: async (headers, body) => {
      const told = Object.fromEntries(new URLSearchParams(body));
      if (!sdk.checkNotifySignV2(told)) throw new Error('another signature');
      return `${told.out_trade_no} ${told.trade_status}`;
    },
    bill: async (billDate) => {
      const told = await ask('data.dataservice.bill.downloadurl.query', { billType: 'trade', billDate });
      const file = await fetch(told.billDownloadUrl);
      return Buffer.from(await file.arrayBuffer()).toString('base64');
    },
  };
});
