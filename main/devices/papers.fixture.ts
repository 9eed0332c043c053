import type { Paper, Printer } from '#shared/devices/printing.ts';
import type { Locale } from '#shared/kernel/text.ts';
import { paperDocument } from '#shared/receipt/paper-document.ts';
import { paperWords } from '#shared/receipt/paper-words.ts';
import { receiptLines } from '#shared/receipt/receipt-lines.ts';
import { RECEIPT } from './receipt.fixture.ts';

export const paperIn = (locale: Locale, more: Partial<Paper> = {}): Paper => ({
  id: `receipt-${locale}`,
  title: RECEIPT.number,
  document: paperDocument(
    receiptLines(
      { receipt: RECEIPT, code: `OTR1.${'A1b2C3d4_-'.repeat(20)}`, form: { type: 'original' } },
      paperWords(locale, 'Asia/Almaty'),
    ),
  ),
  againTitle: 'Printed again',
  ...more,
});

export const printerAt = (port: number, more: Partial<Printer> = {}): Printer => ({
  id: 'counter',
  name: 'Counter',
  address: { type: 'network', host: '127.0.0.1', port },
  columns: 48,
  charset: 'cp866',
  codePage: 17,
  hasDrawer: true,
  ...more,
});
