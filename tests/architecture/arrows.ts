import type { IForbiddenRuleType } from 'dependency-cruiser';

/** Top-level folders that hold TypeScript. */
export const rooms = ['shared', 'renderer', 'main', 'sync-server', 'tests'] as const;

/** Tests and their fixtures stand next to the code but are not part of it, nor is tool configuration. */
const notCode = String.raw`\.(test|fixture|config)\.tsx?$`;

/** `from` may import what `allowed` matches and nothing else. */
function only(
  name: string,
  comment: string,
  from: string,
  allowed: readonly string[],
): IForbiddenRuleType {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: notCode },
    to: { pathNot: [...allowed] },
  };
}

/** `from` may import anything but what `forbidden` matches. */
function never(
  name: string,
  comment: string,
  from: { path?: string; pathNot?: string[] },
  forbidden: readonly string[],
): IForbiddenRuleType {
  return {
    name,
    comment,
    severity: 'error',
    from: { ...from, pathNot: [notCode, ...(from.pathNot ?? [])] },
    to: { path: [...forbidden] },
  };
}

function packages(...names: readonly string[]): string {
  return String.raw`(^|node_modules/)(${names.join('|')})(/|$)`;
}

/** Any package, but no file of ours and no module of Node's. */
const anyPackage = 'node_modules/';

const everywhere: IForbiddenRuleType[] = [
  {
    name: 'no-cycle',
    comment: 'Two files that import each other are one file, or one of them is in the wrong place.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unknown-import',
    comment: 'An import must lead to a file or to a package that package.json names.',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
  },
  never('nobody-imports-tests', 'tests → all; nobody imports tests.', { pathNot: ['^tests/'] }, [
    '^tests/',
    String.raw`\.(test|fixture)\.tsx?$`,
  ]),
];

const shared: IForbiddenRuleType[] = [
  only('shared-is-pure', 'shared → typebox only.', '^shared/', ['^shared/', packages('typebox')]),
  only('shared-kernel', 'The kernel is the innermost ring.', '^shared/kernel/', [
    '^shared/kernel/',
    packages('typebox'),
  ]),
  only('shared-domain', 'kernel ← domain.', '^shared/domain/', [
    '^shared/(kernel|domain)/',
    packages('typebox'),
  ]),
  only('shared-operations', 'domain ← operations.', '^shared/operations/', [
    '^shared/(kernel|domain|operations)/',
    packages('typebox'),
  ]),
  only('shared-training', 'operations ← training.', '^shared/training/', [
    '^shared/(kernel|domain|operations|training)/',
    packages('typebox'),
  ]),
  only('shared-tokens', 'domain ← tokens.', '^shared/tokens/', [
    '^shared/(kernel|domain|tokens)/',
    packages('typebox'),
  ]),
  only('shared-protocol', 'operations, tokens ← protocol.', '^shared/protocol/', [
    '^shared/(kernel|domain|operations|tokens|protocol)/',
    packages('typebox'),
  ]),
];

const till: IForbiddenRuleType[] = [
  only(
    'till-and-shared-only',
    'The till is a browser program: no Node, no server, no shell.',
    '^renderer/',
    ['^(renderer|shared)/', anyPackage],
  ),
  only(
    'screens',
    'screens → commands, queries, session, ui, i18n (and the types of the domain they show).',
    '^renderer/screens/',
    [
      '^renderer/(screens|commands|queries|session|ui)/',
      '^shared/(kernel|domain|tokens|receipt|mirror|devices|i18n)/',
      anyPackage,
    ],
  ),
  {
    name: 'no-screen-imports-another',
    comment: 'What two screens share is a command, a query, the session or a part of the kit.',
    severity: 'error',
    from: { path: '^renderer/screens/([^/]+)/', pathNot: notCode },
    to: { path: '^renderer/screens/', pathNot: '^renderer/screens/$1/' },
  },
  only(
    'commands',
    'commands → domain, store, host; the catalog is the store of products.',
    '^renderer/commands/',
    ['^renderer/(commands|store|catalog|host)/', '^shared/', anyPackage],
  ),
  only('queries', 'queries → store; the catalog is the store of products.', '^renderer/queries/', [
    '^renderer/(queries|store|catalog)/',
    '^shared/',
    anyPackage,
  ]),
  only('sync', 'sync → store, protocol; the catalog is the store of products.', '^renderer/sync/', [
    '^renderer/(sync|store|catalog)/',
    '^shared/(kernel|domain|operations|protocol)/',
    anyPackage,
  ]),
  only(
    'stores',
    'A store knows the rules it folds and nothing of the till around it.',
    '^renderer/(store|catalog)/',
    ['^renderer/(store|catalog)/', '^shared/', anyPackage],
  ),
  only(
    'host',
    'The host is the edge to the machine; nothing of the till is behind it.',
    '^renderer/host/',
    ['^renderer/host/', '^shared/', anyPackage],
  ),
  only('kit', 'The kit is shared by till and dashboard, so it knows neither.', '^renderer/ui/', [
    '^renderer/ui/',
    '^shared/(kernel|domain|receipt|i18n)/',
    anyPackage,
  ]),
  never(
    'session',
    'The session is held, not reached from: it starts no sync and shows no screen.',
    { path: '^renderer/session/' },
    ['^renderer/(app|screens|sync)/'],
  ),
  never(
    'desktop-bridge',
    'Only the host talks to the desktop.',
    { path: '^renderer/', pathNot: ['^renderer/host/'] },
    ['^shared/ipc/'],
  ),
  never(
    'databases',
    'RxDB and Dexie stay behind the stores.',
    { pathNot: ['^renderer/(store|catalog)/', '^tests/'] },
    [packages('rxdb', 'dexie')],
  ),
];

const shell: IForbiddenRuleType[] = [
  never(
    'main',
    'main → shared; the server and the till are built and started, not imported. A folder is locked in one way.',
    { path: '^main/' },
    ['^renderer/', String.raw`^sync-server/(?!store/database/lock-folder\.ts$)`],
  ),
  never(
    'electron',
    'Electron is touched in boot, window, ipc and preload only, so that the rest runs in plain Node.',
    { pathNot: [String.raw`^main/(boot|window|ipc|preload)(/|\.c?ts$)`, '^tests/'] },
    [packages('electron')],
  ),
];

const server: IForbiddenRuleType[] = [
  never(
    'server',
    'The server shares rules with the till, not code of the till.',
    { path: '^sync-server/', pathNot: ['^sync-server/dashboard/'] },
    ['^(renderer|main)/', '^sync-server/dashboard/'],
  ),
  never(
    'server-store',
    'http → ingest → projections → store: the store is at the bottom.',
    { path: '^sync-server/store/' },
    ['^sync-server/(http|ingest|projections|channels|cli)/'],
  ),
  never(
    'server-projections',
    'http → ingest → projections → store: projections fold what was taken in.',
    { path: '^sync-server/projections/' },
    ['^sync-server/(http|ingest|channels|cli)/'],
  ),
  never(
    'server-ingest',
    'http → ingest: taking operations in knows nothing of how they came.',
    { path: '^sync-server/ingest/' },
    ['^sync-server/(http|channels|cli)/'],
  ),
  never(
    'server-edges',
    'Channels and authentication are used by http, never the other way.',
    { path: '^sync-server/(channels|auth)/' },
    ['^sync-server/(http|cli)/'],
  ),
  never(
    'server-cli',
    'Programs are started, not imported.',
    { path: '^sync-server/', pathNot: ['^sync-server/cli/'] },
    ['^sync-server/cli/'],
  ),
  only(
    'dashboard',
    'The dashboard reads through the HTTP API only, and shares the kit.',
    '^sync-server/dashboard/',
    ['^sync-server/dashboard/', '^shared/', '^renderer/ui/', anyPackage],
  ),
  never(
    'dashboard-packages',
    'The dashboard is a browser program.',
    { path: '^(sync-server/dashboard|renderer)/' },
    [
      packages(
        'fastify',
        '@fastify',
        'kysely',
        'pg',
        '@electric-sql',
        'pino',
        'prom-client',
        'vite',
        'workbox-build',
      ),
    ],
  ),
];

/** Every arrow between rooms, as dependency-cruiser takes them. */
export const arrows: readonly IForbiddenRuleType[] = [
  ...everywhere,
  ...shared,
  ...till,
  ...shell,
  ...server,
];
