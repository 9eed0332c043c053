import { expect, test } from 'vitest';
import { createShell, type Shell } from '../host/shell.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import { printPaper } from './print-paper.ts';

const saying = (envelope: unknown): Shell => createShell(async () => JSON.stringify(envelope));
const failing = (type: string): Shell => saying({ ok: false, problem: { type } });
const TAKEN = saying({ ok: true, value: null });
const GONE = createShell(() => Promise.reject(new Error('nobody there')));

const PAPER = { id: 'receipt-1', title: 'ALM1-01-000001', document: 'a', againTitle: 'again' };

test('of a paper that the shell did not take it is said whether it may be in the spool all the same', async () => {
  const ledger = createMemoryLedger();
  const outcomeOf = (shell: Shell) => printPaper({ shell, ledger }, PAPER, 'receipts');
  expect(await outcomeOf(TAKEN)).toBe('taken');
  expect(await outcomeOf(GONE)).toBe('unknown');
  expect(await outcomeOf(failing('call_failed'))).toBe('unknown');
  expect(await outcomeOf(failing('not_saved'))).toBe('failed');
  expect(await outcomeOf(failing('call_refused'))).toBe('failed');
});

test('a till that has no printer hears of none, also when its shell is gone', async () => {
  const ledger = createMemoryLedger();
  const outcomeOf = (shell: Shell) => printPaper({ shell, ledger }, PAPER, 'receipts');
  expect(await outcomeOf(GONE)).toBe('no_printer');
  await outcomeOf(TAKEN);
  expect(await outcomeOf(failing('no_printer'))).toBe('no_printer');
  expect(await outcomeOf(GONE)).toBe('no_printer');
});

test('a shell that could not save a paper has a printer for it, though it took none before', async () => {
  const ledger = createMemoryLedger();
  const outcomeOf = (shell: Shell) => printPaper({ shell, ledger }, PAPER, 'receipts');
  expect(await outcomeOf(failing('not_saved'))).toBe('failed');
  expect(await outcomeOf(GONE)).toBe('unknown');
});

test('a ledger that fails takes no word from what the shell said', async () => {
  const broken = (): Promise<never> => Promise.reject(new Error('the disk is full'));
  const ledger = { readLocal: broken, writeLocal: broken };
  const outcomeOf = (shell: Shell) => printPaper({ shell, ledger }, PAPER, 'receipts');
  expect(await outcomeOf(TAKEN)).toBe('taken');
  expect(await outcomeOf(GONE)).toBe('unknown');
  expect(await outcomeOf(failing('call_refused'))).toBe('failed');
  expect(await outcomeOf(failing('no_printer'))).toBe('no_printer');
});

test('a printer of receipts is none of labels', async () => {
  const ledger = createMemoryLedger();
  await printPaper({ shell: TAKEN, ledger }, PAPER, 'receipts');
  expect(await printPaper({ shell: GONE, ledger }, PAPER, 'labels')).toBe('no_printer');
});
