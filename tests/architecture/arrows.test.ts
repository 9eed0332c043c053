import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arrows, rooms } from './arrows.ts';
import { cruiseTree, type Violation } from './cruise-tree.ts';
import { projectRoot, sourceFiles } from './project-files.ts';

/** An import that must be refused: the rule that refuses it, the file it is planted in, what is imported. */
type Plant = [rule: string, from: string, to: string];

const plants: Plant[] = [
  ['shared-is-pure', 'shared/receipt/planted.ts', 'react'],
  ['shared-is-pure', 'shared/i18n/planted.ts', 'node:fs'],
  ['shared-is-pure', 'shared/tokens/planted.ts', '#renderer/store/target.ts'],
  ['shared-kernel', 'shared/kernel/planted.ts', '#shared/domain/target.ts'],
  ['shared-domain', 'shared/domain/planted.ts', '#shared/operations/target.ts'],
  ['shared-operations', 'shared/operations/planted.ts', '#shared/protocol/target.ts'],
  ['shared-training', 'shared/training/planted.ts', '#shared/protocol/target.ts'],
  ['shared-tokens', 'shared/tokens/planted-protocol.ts', '#shared/protocol/target.ts'],
  ['shared-protocol', 'shared/protocol/planted.ts', '#shared/ipc/target.ts'],
  ['till-and-shared-only', 'renderer/app/planted-node.ts', 'node:path'],
  ['till-and-shared-only', 'renderer/app/planted-server.ts', '#server/store/target.ts'],
  ['screens', 'renderer/screens/sell/planted-store.ts', '#renderer/store/target.ts'],
  ['screens', 'renderer/screens/sell/planted-sync.ts', '#renderer/sync/target.ts'],
  ['screens', 'renderer/screens/sell/planted-host.ts', '#renderer/host/target.ts'],
  ['screens', 'renderer/screens/sell/planted-protocol.ts', '#shared/protocol/target.ts'],
  [
    'no-screen-imports-another',
    'renderer/screens/sell/planted.ts',
    '#renderer/screens/shift/target.ts',
  ],
  ['commands', 'renderer/commands/planted-sync.ts', '#renderer/sync/target.ts'],
  ['commands', 'renderer/commands/planted-screen.ts', '#renderer/screens/shift/target.ts'],
  ['queries', 'renderer/queries/planted.ts', '#renderer/commands/target.ts'],
  ['sync', 'renderer/sync/planted.ts', '#renderer/commands/target.ts'],
  ['sync', 'renderer/sync/planted-i18n.ts', '#shared/i18n/target.ts'],
  ['stores', 'renderer/store/planted.ts', '#renderer/sync/target.ts'],
  ['stores', 'renderer/catalog/planted.ts', '#renderer/queries/target.ts'],
  ['host', 'renderer/host/planted.ts', '#renderer/store/target.ts'],
  ['kit', 'renderer/ui/planted.ts', '#renderer/queries/target.ts'],
  ['session', 'renderer/session/planted.ts', '#renderer/sync/target.ts'],
  ['desktop-bridge', 'renderer/commands/planted-bridge.ts', '#shared/ipc/target.ts'],
  ['databases', 'renderer/commands/planted-rxdb.ts', 'rxdb'],
  ['databases', 'renderer/queries/planted-dexie.ts', 'dexie'],
  ['main', 'main/planted-server.ts', '#server/store/target.ts'],
  ['main', 'main/planted-till.ts', '#renderer/store/target.ts'],
  ['electron', 'main/devices/planted.ts', 'electron'],
  ['server', 'sync-server/http/planted-till.ts', '#renderer/store/target.ts'],
  ['server', 'sync-server/http/planted-dashboard.ts', '#server/dashboard/target.ts'],
  ['server-store', 'sync-server/store/planted.ts', '#server/ingest/target.ts'],
  ['server-projections', 'sync-server/projections/planted.ts', '#server/ingest/target.ts'],
  ['server-ingest', 'sync-server/ingest/planted.ts', '#server/http/target.ts'],
  ['server-edges', 'sync-server/auth/planted.ts', '#server/http/target.ts'],
  ['server-cli', 'sync-server/http/planted-cli.ts', '#server/cli/target.ts'],
  ['dashboard', 'sync-server/dashboard/planted-store.ts', '#server/store/target.ts'],
  ['dashboard', 'sync-server/dashboard/planted-till.ts', '#renderer/store/target.ts'],
  ['dashboard-packages', 'sync-server/dashboard/planted-package.ts', 'kysely'],
  ['nobody-imports-tests', 'renderer/app/planted-tests.ts', '../../tests/fixtures/target.ts'],
  ['nobody-imports-tests', 'renderer/app/planted-fixture.ts', './target.fixture.ts'],
  ['no-unknown-import', 'main/planted-unknown.ts', 'no-such-package'],
];

/** Imports that the table allows; were the rules to forbid everything, these would show it. */
const allowed: [from: string, to: string][] = [
  ['shared/domain/allowed.ts', '#shared/kernel/target.ts'],
  ['shared/domain/allowed-typebox.ts', 'typebox'],
  ['shared/domain/allowed.test.ts', 'vitest'],
  ['shared/protocol/allowed.ts', '#shared/operations/target.ts'],
  ['renderer/app/allowed.ts', '#renderer/sync/target.ts'],
  ['renderer/screens/sell/allowed.ts', '#renderer/commands/target.ts'],
  ['renderer/screens/sell/allowed-kit.ts', '#renderer/ui/target.ts'],
  ['renderer/screens/sell/allowed-i18n.ts', '#shared/i18n/target.ts'],
  ['renderer/commands/allowed.ts', '#renderer/store/target.ts'],
  ['renderer/commands/allowed-host.ts', '#renderer/host/target.ts'],
  ['renderer/queries/allowed.ts', '#renderer/store/target.ts'],
  ['renderer/sync/allowed.ts', '#shared/protocol/target.ts'],
  ['renderer/store/allowed.ts', 'rxdb'],
  ['renderer/catalog/allowed.ts', 'dexie'],
  ['renderer/host/allowed.ts', '#shared/ipc/target.ts'],
  ['main/allowed.ts', '#shared/ipc/target.ts'],
  ['main/allowed-lock.ts', '#server/store/database/lock-folder.ts'],
  ['sync-server/http/allowed.ts', '#server/ingest/target.ts'],
  ['sync-server/ingest/allowed.ts', '#server/projections/target.ts'],
  ['sync-server/projections/allowed.ts', '#server/store/target.ts'],
  ['sync-server/dashboard/allowed.ts', '#renderer/ui/target.ts'],
  ['tests/simulation/allowed.ts', '#server/store/target.ts'],
];

const folderByAlias: Record<string, string> = {
  '#shared': 'shared',
  '#renderer': 'renderer',
  '#main': 'main',
  '#server': 'sync-server',
};

/** The project path an import leads to, or undefined for a package. */
function targetFile(from: string, specifier: string): string | undefined {
  const alias = specifier.split('/')[0] ?? '';
  const folder = folderByAlias[alias];
  if (folder !== undefined) return folder + specifier.slice(alias.length);
  return specifier.startsWith('.')
    ? path.posix.join(path.posix.dirname(from), specifier)
    : undefined;
}

async function writeTree(root: string): Promise<void> {
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(path.join(root, path.dirname(file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  };
  await copyFile(path.join(projectRoot, 'package.json'), path.join(root, 'package.json'));
  await symlink(path.join(projectRoot, 'node_modules'), path.join(root, 'node_modules'));

  const imports = [...plants.map(([, from, to]) => [from, to] as const), ...allowed];
  for (const [from, to] of imports) {
    const target = targetFile(from, to);
    if (target !== undefined) await write(target, 'export const target = 1;\n');
  }
  for (const [from, to] of imports)
    await write(from, `import * as target from '${to}';\nexport const used = target;\n`);
  await write(
    'shared/kernel/cycle-a.ts',
    `import { b } from './cycle-b.ts';\nexport const a = () => b;\n`,
  );
  await write(
    'shared/kernel/cycle-b.ts',
    `import { a } from './cycle-a.ts';\nexport const b = () => a;\n`,
  );
}

describe('the arrows between rooms', () => {
  // Minutes when the machine is busy with other things.
  test('hold in every file of the tree', { timeout: 300_000 }, async () => {
    const files = await sourceFiles();
    const { modules, violations } = await cruiseTree(projectRoot);

    expect(violations).toEqual([]);
    expect(modules.toSorted()).toEqual(files.toSorted());
    expect(modules.length).toBeGreaterThan(100);
    for (const room of rooms)
      expect(modules.some((file) => file.startsWith(`${room}/`))).toBe(true);
  });
});

describe('an import against the arrows', () => {
  let root: string;
  let violations: Violation[];

  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'omnitill-arrows-'));
    await writeTree(root);
    ({ violations } = await cruiseTree(root));
  });

  afterAll(async () => {
    await rm(root, { recursive: true });
  });

  test.each(plants)('%s refuses %s → %s', (rule, from) => {
    expect(violations.filter((violation) => violation.from === from).map((v) => v.rule)).toContain(
      rule,
    );
  });

  test('no-cycle refuses two files that import each other', () => {
    expect(violations.map((violation) => violation.rule)).toContain('no-cycle');
  });

  test('is planted for every rule', () => {
    expect(new Set(violations.map((violation) => violation.rule))).toEqual(
      new Set(arrows.map((rule) => rule.name)),
    );
  });

  test.each(allowed)('is not %s → %s', (from) => {
    expect(violations.filter((violation) => violation.from === from)).toEqual([]);
  });
});
