import { describe, expect, test } from 'vitest';
import { LOCALES } from '#shared/kernel/text.ts';
import type { PaperLine } from '#shared/receipt/paper-line.ts';
import { paperWords } from '#shared/receipt/paper-words.ts';
import { shopLines } from '#shared/receipt/receipt-frame.ts';
import { shopOf } from '#shared/receipt/shop.ts';
import { everyPaper } from './every-paper.fixture.ts';
import { RECEIPT } from './receipt.fixture.ts';

const saidOf = (lines: readonly PaperLine[]): string[] =>
  lines.flatMap((line) => {
    if (line.type === 'row') return [`${line.name}|${line.value ?? ''}`];
    return line.type === 'middle' ? [line.text] : [];
  });

describe.each(LOCALES)('in %s', (locale) => {
  const papers = everyPaper(locale);
  const { say } = paperWords(locale, 'Asia/Almaty');

  test.each(['receipt', 'copy', 'gift', 'ahead', 'return', 'slip', 'cash'] as const)(
    'the paper %s begins with logo, names, address and legal lines of its shop',
    (kind) => {
      const head = shopLines(RECEIPT);
      expect(papers[kind].slice(0, head.length)).toEqual(head);
      expect(saidOf(head)).toEqual(
        expect.arrayContaining([RECEIPT.chainName, RECEIPT.address, ...RECEIPT.layout.legal]),
      );
    },
  );

  test('the paper of money that was taken ahead says that the goods are still here', () => {
    expect(saidOf(papers.ahead)).toContain(say.receipt.ahead);
    expect(saidOf(papers.receipt)).not.toContain(say.receipt.ahead);
  });

  test('the paper of cash says what it was for, who allowed it and how it was registered', () => {
    const said = saidOf(papers.cash);
    expect(said).toContain(say.shift.kinds.out);
    expect(said).toContain(`${say.shift.reasons.supplier}|`);
    expect(said).toContain(`${say.shift.approvedBy}|Болат Ахметов`);
    expect(said).toContain(`${say.fiscal.number}|000000118`);
  });
});

test('a store that is not known yet has no head, and no empty lines for one', () => {
  expect(shopLines(shopOf(null))).toEqual([]);
});
