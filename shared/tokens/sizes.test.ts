import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { correction, generate } from 'lean-qr';
import { expect, test } from 'vitest';
import { nodeCrypto } from '#server/node-crypto.ts';
import { readPickupCode, signPickupCode } from './pickup-code.ts';
import { readReceipt, signReceipt } from './receipt-token.ts';
import { LONGEST_TOKEN } from './token-text.ts';
import {
  certificate,
  NOW,
  PICKUP_KEY,
  pickupClaim,
  receiptClaim,
  SERVER,
  SERVER_KEY,
  TILL,
} from './tokens.fixture.ts';

const QUIET = 4;
/** Paper of 58 mm has 384 dots of 203 dpi; a module is printed three dots wide. */
const PAPER_DOTS = 384;
const MODULE_DOTS = 3;
const MILLIMETRES_PER_DOT = 0.125;

const drawn = (text: string) => {
  const { size } = generate(text, { minCorrectionLevel: correction.M });
  return { version: (size - 17) / 4, modules: size, width: size + 2 * QUIET };
};

const readings = {
  'pickup code': readPickupCode,
  receipt: readReceipt,
} as const;
type Name = keyof typeof readings;

const sign = async (name: Name, count: number): Promise<string> =>
  name === 'receipt'
    ? signReceipt(receiptClaim(count), await certificate(), TILL.sign, nodeCrypto)
    : signPickupCode(pickupClaim(count), PICKUP_KEY, SERVER.sign, nodeCrypto);

const isListed = async (name: Name, text: string): Promise<boolean> => {
  const trust = { keys: [SERVER_KEY], revoked: [], now: NOW };
  const read = await readings[name](text, trust, nodeCrypto);
  if (!read.ok) throw new Error(read.problem.type);
  return read.value.lines.type === 'listed';
};

const row = async (name: Name, count: number): Promise<string> => {
  const text = await sign(name, count);
  const { version, modules, width } = drawn(text);
  const cells = [
    name,
    count,
    (await isListed(name, text)) ? 'lines' : 'hash',
    Math.floor(((text.length - 2) * 5) / 8),
    text.length,
    version,
    modules,
    (width * MODULE_DOTS * MILLIMETRES_PER_DOT).toFixed(1),
  ];
  return `| ${cells.join(' | ')} |`;
};

/** How many lines a token of this kind lists at most, of goods like those of the table. */
const mostLines = async (name: Name): Promise<number> => {
  let count = 1;
  while (await isListed(name, await sign(name, count + 1))) count += 1;
  return count;
};

test.each(['pickup code', 'receipt'] as const)(
  'SPEC.md gives the sizes that a %s has',
  async (name) => {
    const spec = await readFile(path.join(import.meta.dirname, 'SPEC.md'), 'utf8');
    const told = spec.replaceAll(/ +/g, ' ');
    for (const count of [3, 20, 60]) expect(told).toContain(await row(name, count));
    expect(told).toContain(`a ${name} lists ${await mostLines(name)} lines`);
  },
);

test('the longest token fits paper of 58 mm', () => {
  const widest = drawn('A'.repeat(LONGEST_TOKEN));
  expect(widest.version).toBe(25);
  expect(widest.width * MODULE_DOTS).toBeLessThanOrEqual(PAPER_DOTS);
  expect(drawn('A'.repeat(LONGEST_TOKEN + 1)).version).toBe(26);
});
