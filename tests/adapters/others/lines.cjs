// A client of others, asked line by line: the first line is the merchant, each further one [call, ...arguments].
// The answer to each is a line with what it was `told`, or with the `error` that it threw.
const { createRequire } = require('node:module');
const { createInterface } = require('node:readline');

module.exports = async (made) => {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const merchant = JSON.parse((await lines.next()).value);
  const calls = made(createRequire(`${process.argv[2]}/`), merchant);
  for await (const line of lines) {
    const [call, ...asked] = JSON.parse(line);
    const answer = await calls[call](...asked).then((told) => ({ told }), (error) => ({ error: calls.said(error) }));
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
};
