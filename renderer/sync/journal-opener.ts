import { readIdentity } from '../store/identity.ts';
import type { Ledger } from '../store/ledger.ts';
import { createHttpTransport } from './http-transport.ts';
import type { Transport } from './transport.ts';

/** The till's line to the server for the one question that cannot wait for the sync loop (rule J1). */
export const createJournalOpener = (serverUrl: string, ledger: Ledger): Transport['newJournal'] =>
  createHttpTransport({
    serverUrl,
    token: async () => (await readIdentity(ledger))?.token ?? null,
    fetch: (input, init) => fetch(input, init),
    isOnline: () => navigator.onLine,
  }).newJournal;
