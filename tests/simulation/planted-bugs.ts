import type { Seen } from '#shared/domain/order/schema.ts';
import { ok } from '#shared/kernel/result.ts';
import { movementsOf } from '#shared/operations/effects.ts';
import { parseEnvelope, parseOperation } from '#shared/operations/parse-operation.ts';
import type { Envelope } from '#shared/operations/envelope.ts';
import type { PushReply, PushRequest } from '#shared/protocol/push.ts';
import { ingestBatch } from '#server/ingest/ingest-batch.ts';
import { type Store, type StoredPage, StoreUnavailable } from '#server/store/store.ts';
import { broken, inTransaction, type PlantedBug } from './plant.ts';
import { orderBugs } from './planted-order-bugs.ts';
import type { Variant } from './variant.ts';

const envelopeOf = (text: string | undefined): Envelope | null => {
  const envelope = parseEnvelope(text ?? '');
  return envelope.ok ? envelope.value : null;
};

/** What the server would say if nothing ever went wrong. */
const hopefulReply = (request: PushRequest, epoch: string, time: string): PushReply => ({
  epoch,
  time,
  head: {
    seq: request.firstSeq + request.operations.length - 1,
    hash: envelopeOf(request.operations.at(-1))?.hash ?? '0'.repeat(64),
  },
  forked: false,
});

const pushedTwice: Variant['ingest'] = (() => {
  const pushed = new Set<string>();
  return async (environment, till, request) => {
    const reply = await ingestBatch(environment, till, request);
    const key = `${request.journalId}/${request.operations[0]}`;
    const isReplay = reply.ok && request.operations.length > 0 && pushed.has(key);
    if (reply.ok) pushed.add(key);
    if (!isReplay) return reply;
    const again = request.operations.flatMap((text) => {
      const envelope = envelopeOf(text);
      const operation = envelope && parseOperation(envelope);
      if (!operation?.ok) return [];
      const { id: operationId, at } = operation.value;
      return movementsOf(operation.value).map((movement) => ({
        ...movement,
        operationId,
        at,
        lineId: `${movement.lineId}-again`,
      }));
    });
    await environment.store.transaction((tx) => tx.insertMovements(again));
    return reply;
  };
})();

/** Turns a fault of the data into one of the database. */
const unavailable = (error: unknown): Error => new StoreUnavailable('the batch', { cause: error });

const withoutSeen = <Document extends { readonly seen: Seen }>(documents: Document[]): Document[] =>
  documents.map((document) => ({ ...document, seen: {} }));

/** Every page is read once from a replica that lags behind. */
const lagging = (store: Store): Store => {
  const earlier = new Map<string, StoredPage>();
  return {
    ...store,
    pull: async (stream, after, limit) => {
      const key = `${stream}/${after}`;
      const stale = earlier.get(key);
      if (stale) {
        earlier.delete(key);
        return stale;
      }
      const page = await store.pull(stream, after, limit);
      earlier.set(key, page);
      return page;
    },
  };
};

const skipping = (store: Store): Store => ({
  ...store,
  pull: async (stream, after, limit) => {
    const page = await store.pull(stream, after, limit);
    const changes = JSON.parse(page.changes) as readonly unknown[];
    return changes.length > 1 ? { ...page, changes: JSON.stringify(changes.slice(1)) } : page;
  },
});

export const plantedBugs: readonly PlantedBug[] = [
  broken('J1 the next journal gets the name of the one before', ['putOldCopyBack'], () => ({
    transport: (line) => ({
      ...line,
      newJournal: async ({ previous }) => ok({ journalId: previous?.journalId ?? '' }),
    }),
  })),
  broken('J2 commands do not wait for each other', ['handOver'], () => ({
    exclusive: () => (task) => task(),
  })),
  broken('J4 an operation counts as written before it is', ['startTill'], () => ({
    ledger: (ledger) => ({
      ...ledger,
      append: async (operation) => void ledger.append(operation),
    }),
  })),
  broken('P1 a batch whose reply was lost counts as held', ['startServer'], () => ({
    transport: (line) => ({
      ...line,
      push: async (request) => {
        const reply = await line.push(request);
        const isLost = !reply.ok && reply.problem.type === 'server_silent';
        if (!isLost || request.operations.length === 0) return reply;
        return ok(hopefulReply(request, request.epoch ?? 'epoch-1', new Date(0).toISOString()));
      },
    }),
  })),
  broken('P1 the server writes operations down in its own words', [], () => ({
    store: inTransaction((tx) => ({
      putOperations: (rows) =>
        tx.putOperations(rows.map((row) => ({ ...row, text: `${row.text} ` }))),
    })),
  })),
  broken('P2 what cannot be applied is dropped', ['poison'], () => ({
    store: inTransaction((tx) => ({
      putOperations: (rows) => tx.putOperations(rows.filter(({ status }) => status === 'applied')),
    })),
  })),
  broken('P2 one operation that cannot be applied ends the whole batch', ['poison'], () => ({
    store: inTransaction((tx) => ({
      savepoint: (work) =>
        tx.savepoint(work).catch((error: unknown) => Promise.reject(unavailable(error))),
    })),
  })),
  broken('P3 quarantine does not come down to the till', ['poison'], () => ({
    store: inTransaction((tx) => ({
      putDocuments: async (collection, rows) =>
        collection === 'statuses' ? undefined : tx.putDocuments(collection, rows),
    })),
  })),
  broken(
    'P4 the server acknowledges before it has committed',
    ['stopServerBeforeWrite', 'startServer'],
    () => ({
      ingest: async (environment, till, request) => {
        const taken = ingestBatch(environment, till, request);
        if (request.operations.length === 0) return taken;
        taken.catch(() => undefined);
        return ok(hopefulReply(request, await environment.store.epoch(), environment.now()));
      },
    }),
  ),
  broken('P4 a batch that is pushed again counts again', ['startTill'], () => ({
    ingest: pushedTwice,
  })),
  broken('P4 of two operations under one sequence one is forgotten', ['putOldCopyBack'], () => ({
    store: inTransaction(() => ({ insertForks: async (rows) => rows.length })),
  })),
  broken('P5 a revoked till is not heard', ['revoke'], () => ({
    ingest: async (environment, till, request) =>
      till.revoked
        ? { ok: false, problem: { type: 'till_revoked' } }
        : ingestBatch(environment, till, request),
  })),
  broken('P6 the till does not look at the epoch', ['backUp', 'restore'], () => ({
    transport: (line) => ({
      ...line,
      push: async (request) => {
        const reply = await line.push(request);
        return reply.ok ? ok({ ...reply.value, epoch: 'any' }) : reply;
      },
      pull: async (request) => {
        const reply = await line.pull(request);
        return reply.ok ? ok({ ...reply.value, epoch: 'any' }) : reply;
      },
    }),
  })),
  broken('P6 a restored server starts no new epoch', ['backUp', 'restore'], () => ({
    store: inTransaction(() => ({ renewEpoch: async () => false })),
  })),
  broken(
    'P6 a restored server gives numbers again that tills have',
    ['backUp', 'restore', 'placeOrder'],
    () => ({
      store: (store) => ({
        ...store,
        pull: async (stream, after, limit) => {
          const page = await store.pull(stream, after, limit);
          return { ...page, checkpoint: Math.max(after, page.checkpoint) };
        },
      }),
    }),
  ),
  broken('S1 a puller passes a change that becomes visible later', ['placeOrder'], () => ({
    store: skipping,
  })),
  broken('S2 the overlay ignores what documents have seen', [], () => ({
    state: (state) => ({
      ...state,
      stockLevels: async (storeId, skus) => withoutSeen(await state.stockLevels(storeId, skus)),
    }),
  })),
  broken('S2 a position is saved before its documents', ['startTill'], () => ({
    state: (state) => ({
      ...state,
      applyPage: async (page, position) => {
        await state.applyPage({ ...page, changes: [] }, position);
        await state.applyPage(page, position);
      },
    }),
  })),
  broken('S2 pages are older than what they are said to contain', [], () => ({ store: lagging })),
  broken('S3 goods stay reserved when they are gone', ['handOver'], () => ({
    store: inTransaction((tx) => ({
      putReservations: async (rowsByOrder) => {
        const left = [...rowsByOrder].filter(([, rows]) => rows.length > 0);
        return tx.putReservations(new Map(left));
      },
    })),
  })),
  broken('S4 a count does not look at what moved after it', ['count', 'count', 'sell'], () => ({
    store: inTransaction(() => ({ movementsSince: async () => [] })),
  })),
  broken('S4 what a count contains counts again', ['count', 'cutOff', 'connect'], () => ({
    store: inTransaction((tx) => ({
      putDocuments: async (collection, rows) =>
        tx.putDocuments(
          collection,
          rows.map((row) =>
            'count' in row.document
              ? { ...row, document: { ...row.document, count: undefined, uncertain: undefined } }
              : row,
          ),
        ),
    })),
  })),
  broken('S5 an exception that explained itself stays open', ['adjustStock'], () => ({
    store: inTransaction((tx) => ({
      putDocuments: async (collection, rows) => {
        const kept = rows.filter(
          ({ document }) => !('state' in document && document.state === 'closed'),
        );
        return tx.putDocuments(collection, kept);
      },
    })),
  })),
  ...orderBugs,
];
