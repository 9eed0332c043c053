import { expect, test } from 'vitest';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import { createShell, type Shell } from '../host/shell.ts';
import { openDrawer } from './open-drawer.ts';

const saying = (envelope: unknown): Shell => createShell(async () => JSON.stringify(envelope));
const OPENED = saying({ ok: true, value: null });
const NO_DRAWER = saying({ ok: false, problem: { type: 'no_printer' } });
const FAILED = saying({ ok: false, problem: { type: 'call_failed' } });
const GONE = createShell(() => Promise.reject(new Error('nobody there')));

test('a drawer whose shell is gone or fails stays shut, and that is said; where there is none nothing is', async () => {
  const ledger = createMemoryLedger();
  const faultOf = (shell: Shell) => openDrawer({ shell, ledger });
  expect(await faultOf(GONE)).toBeNull();
  expect(await faultOf(OPENED)).toBeNull();
  expect(await faultOf(GONE)).toBe('unreachable');
  expect(await faultOf(FAILED)).toBe('unreachable');
  expect(await faultOf(NO_DRAWER)).toBeNull();
  expect(await faultOf(GONE)).toBeNull();
});

test('why the printer did not open it is said as it is', async () => {
  const shell = saying({ ok: false, problem: { type: 'drawer_shut', fault: 'cover_open' } });
  const ledger = createMemoryLedger();
  expect(await openDrawer({ shell, ledger })).toBe('cover_open');
  expect(await openDrawer({ shell: GONE, ledger })).toBe('unreachable');
});
