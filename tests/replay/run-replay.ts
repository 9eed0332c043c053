import { rm } from 'node:fs/promises';
import type { Operation } from '#shared/operations/operation.ts';
import { type Invoices, loadInvoices } from './load-invoices.ts';
import type { Options } from './options.ts';
import { type Plan, planReplay } from './plan.ts';
import { checkApi } from './reconcile/check-api.ts';
import { checkDatabase } from './reconcile/check-database.ts';
import type { Check } from './reconcile/checks.ts';
import type { Figures } from './reconcile/figures.ts';
import { readServer } from './reconcile/read-server.ts';
import { isReconciled, type Reconciliation, reportLines } from './reconcile/report.ts';
import { sumFile } from './reconcile/sum-file.ts';
import { countBy } from './rules/count-by.ts';
import { countRows } from './rules/count-rows.ts';
import { CURRENCY } from './rules/decide-booking.ts';
import { productsOf } from './rules/products-of.ts';
import { administratorOf, claimFolder, type DataFolder, sha256Of } from './run/data-folder.ts';
import { drive, type ManagedTill } from './run/drive.ts';
import { type Administrator, signInAtHeadOffice } from './run/head-office.ts';
import { closeTills, openTills } from './run/open-tills.ts';
import { type OwnServer, startOwnServer } from './run/own-server.ts';
import { prepareShop } from './run/prepare-shop.ts';

export type Print = (line: string) => void;

type Work = {
  readonly options: Options;
  readonly invoices: Invoices;
  readonly plan: Plan;
  readonly folder: DataFolder;
  /** What the server must come to. */
  readonly figures: Figures;
  readonly print: Print;
};

type Served = {
  readonly url: string;
  readonly administrator: Administrator;
  /** null = somebody else's. */
  readonly own: OwnServer | null;
};

const serve = async ({ options, invoices, folder }: Work): Promise<Served> => {
  const { server } = options;
  if (server !== null) return { ...server, own: null };
  const administrator = await administratorOf(folder);
  await prepareShop(folder.server, productsOf(invoices.rows), administrator);
  const own = await startOwnServer(folder.server);
  return { url: own.url, administrator, own };
};

const operationsOf = (tills: readonly ManagedTill[]): Operation[] =>
  tills.flatMap(({ ledger }) => ledger.operations());

/** Feeds the invoices through the tills, and asks the server over its API what it knows then. */
const feed = async (
  work: Work,
  { url, administrator, own }: Served,
): Promise<{ operations: Operation[]; checks: Check[] }> => {
  const { options, invoices, plan, folder, figures, print } = work;
  const headOffice = await signInAtHeadOffice(url, administrator);
  const storeId = await headOffice.storeIn(CURRENCY);
  const tills = await openTills({
    folder: folder.tills,
    count: options.tills,
    serverUrl: url,
    createCode: () => headOffice.createCode(storeId),
    random: Math.random,
  });
  try {
    const started = Date.now();
    const { bookings } = invoices;
    const driven = await drive({ bookings, plan, tills, server: own, print });
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    print(
      `added ${driven.added} operations in ${seconds} s; server killed ${driven.kills} times, ` +
        `${driven.spells} offline spells of ${options.tills} tills`,
    );
    const [till] = tills;
    const checks = till ? await checkApi(url, headOffice, till, figures) : [];
    return { operations: operationsOf(tills), checks };
  } finally {
    await closeTills(tills);
  }
};

const reconcile = async (work: Work): Promise<Reconciliation> => {
  const { invoices, folder, figures } = work;
  const served = await serve(work);
  let fed;
  try {
    fed = await feed(work, served);
  } finally {
    await served.own?.stop();
  }
  const { operations, checks } = fed;
  if (served.own !== null)
    checks.push(...checkDatabase(await readServer(folder.server), figures, operations));
  return {
    rowsIn: invoices.rowsIn,
    rowsByKind: countRows(invoices.bookings),
    refusedByReason: countBy(invoices.refused.map(({ reason }) => reason)),
    operationsByType: countBy(operations.map(({ type }) => type)),
    checks,
  };
};

/** Does a replay, or what is left of it, and prints how it reconciles. True = to the penny. */
export const runReplay = async (options: Options, print: Print): Promise<boolean> => {
  const invoices = await loadInvoices(options.file);
  if (invoices === null) {
    print(`${options.file}: the header is not that of such a file`);
    return false;
  }
  const { tills, seed, server } = options;
  const folder = await claimFolder(options.data, {
    tills,
    seed,
    sha256: sha256Of(invoices.bytes),
    server: server?.url ?? null,
  });
  if (folder === null) {
    print(`${options.data}: holds another replay (file, tills, seed or server differ)`);
    return false;
  }
  const { bytes, bookings, refused } = invoices;
  const text = new TextDecoder().decode(bytes);
  const reconciliation = await reconcile({
    options,
    invoices,
    plan: planReplay(bookings, options),
    folder,
    figures: sumFile(text, new Set(refused.map(({ line }) => line))),
    print,
  });
  for (const line of reportLines(reconciliation)) print(line);
  if (options.data === null) await rm(folder.path, { recursive: true });
  return isReconciled(reconciliation);
};
