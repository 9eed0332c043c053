import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { createWebHost } from '#main/web-host/create-web-host.ts';

/** The page that appends to a till's ledger, built and served as the till itself is. */
export async function serveLedgerPage(): Promise<{ url: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'omnitill-ledger-page-'));
  await build({
    root: path.join(import.meta.dirname, 'ledger-page'),
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'es2023', modulePreload: false },
    worker: { format: 'es' },
  });
  const host = await createWebHost({
    port: 0,
    folder,
    serverUrl: '',
    services: {},
  });
  return {
    url: host.url,
    close: async () => {
      await host.close();
      await rm(folder, { recursive: true });
    },
  };
}
