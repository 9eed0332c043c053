import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { countOpenExceptions } from '#server/projections/exceptions.ts';
import { createServer, type Server } from '#server/server.ts';
import { createDataFolder } from '#server/store/database/create-data-folder.fixture.ts';
import { blankCustomer } from '#shared/domain/customer/apply.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { OPENING } from './open-server.ts';

const startOn = (dataFolder: string): Promise<Server> =>
  createServer({
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    demo: false,
    dashboardFolder: dataFolder,
    logLevel: 'silent',
  });

test(
  'S5 what nobody looked at before the server stopped is looked at soon after it starts again',
  async () => {
    const dataFolder = await createDataFolder();
    const before = await startOn(dataFolder);
    const customers = ['dana', 'dina'].map((id) => ({
      ...blankCustomer(id),
      loyaltyCard: '70001',
      storeIds: ['ONE'],
    }));
    await before.ingest.store.transaction((tx) =>
      tx.putDocuments(
        'references',
        customers.map((value) => ({
          id: referenceId('customer', value.id),
          document: { type: 'customer', value },
          streams: [streamName('references', 'ONE')],
        })),
      ),
    );
    await before.close();
    const after = await startOn(dataFolder);
    await expect.poll(() => countOpenExceptions(after.db, null)).toBe(1);
    await after.close();
    await rm(dataFolder, { recursive: true });
  },
  OPENING,
);
