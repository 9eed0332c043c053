import { defineConfig } from 'vitest/config';

/** They open real databases, which takes seconds each: too long for a check between two edits. */
const opening = ['sync-server/store/database/*.test.ts', 'sync-server/cli/demo/store-past.test.ts'];

/** They wait for printers that hang, and for a feed that says nothing, as long as the till does. */
const waiting = [
  'main/devices/open-devices.test.ts',
  'main/devices/printing.test.ts',
  'main/updates/update-services.test.ts',
];

/** They make keys of PINs and passphrases, which is slow by design. */
const deriving = ['main/kiosk/create-kiosk.test.ts', 'renderer/store/mirror/till-contents.test.ts'];

/** The driver of serial ports is for a process of its own: in a thread it stops Node. */
const wired = ['main/devices/serial/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          testTimeout: 60_000,
          // Files share a process and what it has loaded: loading all of it for each anew takes twice as long as the tests.
          isolate: false,
          // Two of them, as it is waited for; threads begin sooner than processes.
          pool: 'threads',
          maxWorkers: 2,
          include: [
            '{shared,renderer,main,sync-server}/**/*.test.{ts,tsx}',
            'tests/architecture/**/*.test.ts',
            'tests/replay/*/*.test.ts',
            'tests/pricing/*.test.ts',
          ],
          exclude: [...opening, ...waiting, ...deriving, ...wired],
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          // Ten minutes of them load the same server again and again; each file opens stores of its own.
          isolate: false,
          // Their databases work in threads and processes of their own, and are waited for.
          maxWorkers: 3,
          include: [
            'tests/contract/**/*.test.ts',
            'tests/conflicts/*.test.ts',
            'tests/replay/*.test.ts',
            ...opening,
            ...waiting,
            ...deriving,
            ...wired,
          ],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'simulation',
          include: [
            'tests/simulation/**/*.test.ts',
            'tests/payments/*.test.ts',
            'tests/fiscal/*.test.ts',
          ],
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'packaging',
          include: ['tests/packaging/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'electron',
          include: ['tests/electron-host/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'power-cut',
          // Its files wait for disks, each for its own.
          maxWorkers: 3,
          include: ['tests/power-cut/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
