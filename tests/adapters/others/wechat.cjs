// npm's wechatpay-axios-plugin.
const { gunzipSync } = require('node:zlib');
const { createHash } = require('node:crypto');

require('./lines.cjs')((wanted, merchant) => {
  const { Wechatpay, Formatter, Rsa, Aes } = wanted('wechatpay-axios-plugin');
  const { v3 } = new Wechatpay({
    mchid: merchant.mchid,
    serial: merchant.serial,
    privateKey: merchant.private_key,
    certs: { [merchant.platform_serial]: merchant.platform_key },
    baseURL: merchant.base_url,
  });
  const { mchid, appid, notify_url } = merchant;
  const order = v3.pay.transactions.outTradeNo._number_;
  const refunds = v3.refund.domestic.refunds;
  const together = v3.combineTransactions.outTradeNo._whole_;
  const each = (told) => told.sub_orders.map((part) => `${part.out_trade_no} ${part.trade_state}`).join(' ');
  const of_us = (number) => ({ params: { mchid }, number });
  return {
    said: (error) => error.response?.data?.code ?? error.code ?? error.message,
    create: async (number, description, fen, time_expire) => (await v3.pay.transactions.native.post({
      appid, mchid, description, out_trade_no: number, notify_url, time_expire, amount: { total: fen, currency: 'CNY' },
    })).data.code_url,
    query: async (number) => (await order.get(of_us(number))).data.trade_state,
    close: async (number) => `${(await order.close.post({ mchid }, { number })).status}`,
    refund: async (number, refund, fen, total) => (await refunds.post({
      out_trade_no: number, out_refund_no: refund, reason: '缴费未入库', amount: { refund: fen, total, currency: 'CNY' },
    })).data.status,
    query_refund: async (number, refund) => (await refunds._refund_.get({ refund })).data.status,
    send_on: async (out_refund_no, card, name) => {
      const { data } = await refunds._refund_.get({ refund: out_refund_no });
      const sealed = (text) => Rsa.encrypt(text, merchant.platform_key);
      return (await refunds._id_.applyAbnormalRefund.post({
        out_refund_no, type: 'USER_BANK_CARD', bank_type: 'ICBC_DEBIT',
        bank_account: sealed(card), real_name: sealed(name),
      }, { id: data.refund_id, headers: { 'Wechatpay-Serial': merchant.platform_serial } })).data.status;
    },
    hear: async (headers, body) => {
      const signed = Formatter.response(headers['Wechatpay-Timestamp'], headers['Wechatpay-Nonce'], body);
      if (!Rsa.verify(signed, headers['Wechatpay-Signature'], merchant.platform_key)) throw new Error('another signature');
      const { ciphertext, nonce, associated_data } = JSON.parse(body).resource;
      const told = JSON.parse(Aes.AesGcm.decrypt(ciphertext, merchant.api_v3_key, nonce, associated_data));
      return told.sub_orders ? each(told) : `${told.out_trade_no} ${told.trade_state}`;
    },
    combine: async (whole, description, parts, time_expire) => (await v3.combineTransactions.native.post({
      combine_appid: appid, combine_mchid: mchid, combine_out_trade_no: whole, notify_url, time_expire,
      sub_orders: parts.map(([out_trade_no, total_amount]) => ({
        mchid, attach: whole, description, out_trade_no, amount: { total_amount, currency: 'CNY' },
      })),
    })).data.code_url,
    query_combined: async (whole) => each((await together.get({ whole })).data),
    close_combined: async (whole, parts) => `${(await together.close.post({
      combine_appid: appid, sub_orders: parts.map((out_trade_no) => ({ mchid, out_trade_no })),
    }, { whole })).status}`,
    bill: async (bill_date) => {
      const { data } = await v3.bill.tradebill.get({ params: { bill_date, bill_type: 'ALL', tar_type: 'GZIP' } });
      const { pathname, searchParams } = new URL(data.download_url);
      const file = await v3[pathname.slice('/v3/'.length)].get({
        params: Object.fromEntries(searchParams), responseType: 'arraybuffer',
      });
      const plain = gunzipSync(file.data);
      if (createHash('sha1').update(plain).digest('hex') !== data.hash_value) throw new Error('another digest');
      const { rows, summary } = Formatter.castCsvBill(plain);
      return [...rows.map((row) => `${row['商户订单号']} ${row['订单金额']}`), summary['订单总金额']].join(' ');
    },
  };
});
