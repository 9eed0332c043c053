import { customerRow } from '#server/ingest/record-customer.ts';
import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import type { ChannelAct } from '#shared/domain/order/channel-act.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { generationOf, journalId } from '#shared/kernel/ids.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import type { NewJournalRequest } from '#shared/protocol/enrol.ts';
import type { ErrorCode } from '#shared/protocol/errors.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import type { PullReply } from '#shared/protocol/pull.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { pullText } from '#server/http/pull-text.ts';
import type { takeChannelAct } from '#server/ingest/take-channel-act.ts';
import type { IngestEnvironment } from '#server/ingest/environment.ts';
import type { ingestBatch } from '#server/ingest/ingest-batch.ts';
import { placeWebOrder } from '#server/ingest/place-order.ts';
import { reingestQuarantined } from '#server/ingest/reingest-quarantined.ts';
import { type Store, StoreUnavailable } from '#server/store/store.ts';
import { type ChannelFact, createChannelLog } from './channel-log.ts';
import type { Facts, StoreUnderTest } from './facts.ts';
import { guardStore } from './guarded-store.ts';
import type { Answer, Listener } from './network.ts';
import type { Machine, Scheduler } from './scheduler.ts';
import {
  CUSTOMERS,
  OPENING_POINTS,
  POINTS,
  PRODUCTS,
  settingsOf,
  STAFF,
  STORE_IDS,
} from './shops.ts';
import { simulatedCrypto } from './simulated-crypto.ts';
import type { TillName } from './till-machine.ts';
import { Violation } from './witness.ts';
import type { Telling, WebServer } from './web-shop.ts';

/** A backup of the server, which knows how to put itself back. */
export type Saved = {
  readonly putBack: () => Promise<void>;
  readonly generations: ReadonlyMap<string, number>;
  readonly channelFacts: readonly ChannelFact[];
};

/** The server: a store that stays, and at times a machine that runs the server's real code on it. */
export type ServerMachine = Listener &
  WebServer & {
    readonly start: () => void;
    readonly stop: () => void;
    /** The machine dies before its n-th write from now on. */
    readonly stopBeforeWrite: (writes: number) => void;
    /** The database takes nothing for its next writes. */
    readonly fail: (writes: number) => void;
    readonly backUp: () => Promise<Saved>;
    readonly restore: (saved: Saved) => Promise<void>;
    readonly openJournal: (
      till: TillName,
      previous: NewJournalRequest['previous'],
    ) => Promise<string>;
    /** What channels did, as far as the server has it. */
    readonly channelFacts: () => readonly ChannelFact[];
    readonly facts: () => Promise<Facts>;
  };

export type ServerMachineParts = {
  readonly scheduler: Scheduler;
  readonly store: StoreUnderTest;
  readonly createId: () => string;
  readonly reportBug: (error: unknown) => void;
  readonly pageLimit: number;
  /** Real parts may be replaced, to see whether it is noticed. */
  readonly ingest: typeof ingestBatch;
  readonly takeAct: typeof takeChannelAct;
  readonly wrapStore: (store: Store) => Store;
};

/** What a chain has before it opens: its settings and its goods. */
export const furnish = (store: Store): Promise<void> =>
  store.transaction(async (tx) => {
    await tx.putDocuments(
      'references',
      STORE_IDS.map((storeId) => ({
        id: referenceId('settings', storeId),
        document: { type: 'settings', value: settingsOf(storeId) },
        streams: [streamName('references', storeId)],
      })),
    );
    await tx.putDocuments(
      'references',
      STAFF.map((person) => ({
        id: referenceId('staff', person.id),
        document: { type: 'staff', value: person },
        streams: STORE_IDS.map((storeId) => streamName('references', storeId)),
      })),
    );
    const policy = { ...DEFAULT_POLICY, points: POINTS };
    await tx.putDocuments('references', [
      ...CUSTOMERS.map(customerRow),
      {
        id: referenceId('policy', ''),
        document: { type: 'policy', value: { storeId: null, policy } },
        streams: STORE_IDS.map((storeId) => streamName('references', storeId)),
      },
    ]);
    await tx.insertPoints(OPENING_POINTS);
    await tx.putDocuments(
      'products',
      PRODUCTS.map((product) => ({
        id: product.sku,
        document: product,
        streams: [streamName('products')],
      })),
    );
  });

/** What a channel is told when what it asked for did not happen. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set(['order_closed', 'not_available']);

const isAskedIn = (order: Order | null, act: ChannelAct): boolean =>
  act.type === 'refund' && (order?.refunds.some(({ id }) => id === act.refund.id) ?? false);

export const createServerMachine = (parts: ServerMachineParts): ServerMachine => {
  const { scheduler, store, createId, reportBug, ingest } = parts;
  let machine: Machine = { alive: false };
  let generations = new Map<string, number>();
  let writesLeft = Infinity;
  let failures = 0;
  const log = createChannelLog(reportBug);
  const now = (): string => new Date(scheduler.now()).toISOString();

  const stop = (): void => {
    machine.alive = false;
    writesLeft = Infinity;
    failures = 0;
  };

  const environmentOf = (own: Machine, raw: Store = store): IngestEnvironment => ({
    crypto: simulatedCrypto,
    now,
    createId,
    store: parts.wrapStore(
      guardStore(raw, {
        gate: () => scheduler.gate(own),
        outside: scheduler.outside,
        pageLimit: parts.pageLimit,
        beforeWrite: () => {
          if (own.alive && --writesLeft < 0) stop();
          if (!own.alive) throw new Error('the machine stopped');
          if (failures > 0 && failures--) throw new Error('the database takes nothing');
        },
      }),
    ),
  });
  let environment = environmentOf(machine);

  /** Runs a request as the HTTP side would: what it throws is an answer too. */
  const serve = async <Value>(own: Machine, work: () => Answer<Value>): Answer<Value> => {
    try {
      return await work();
    } catch (error) {
      if (!own.alive) return new Promise(() => undefined);
      if (error instanceof StoreUnavailable) return fail('unavailable');
      reportBug(error);
      return fail('internal');
    }
  };

  /** As `auth/open-journal.ts` does it on the tables of tills, which a memory store has not. */
  const openJournal = async (
    { tillId, storeId }: TillName,
    previous: NewJournalRequest['previous'],
  ): Promise<string> => {
    const linkHash = previous?.hash ?? GENESIS_HASH;
    const above = previous === null ? 0 : generationOf(previous.journalId);
    for (;;) {
      const generation = Math.max(generations.get(tillId) ?? 0, above) + 1;
      generations.set(tillId, generation);
      const id = journalId(tillId, generation);
      const isNew = await environment.store.transaction(async (tx) => {
        await tx.lock([id], []);
        if ((await tx.journal(id)) !== null) return false;
        await tx.putJournal({
          journalId: id,
          tillId,
          storeId,
          linkHash,
          headSeq: 0,
          headHash: linkHash,
        });
        return true;
      });
      if (isNew) return id;
    }
  };

  const orderOf = (orderId: string): Promise<Order | null> =>
    environment.store.transaction((tx) => tx.document('orders', orderId));

  /** As `channels/change-order.ts` does it: what the provider was asked for must be known. */
  const takeTelling = async (
    own: Machine,
    orderId: string,
    { actId, act, happenedAt, isAnswer }: Telling,
  ): Answer<Order> => {
    const asked = isAnswer ? await orderOf(orderId) : null;
    if (isAnswer && !isAskedIn(asked, act)) return fail('not_found');
    const isHeld = log.facts().some((fact) => fact.actId === actId);
    let at = happenedAt ?? '';
    const watched = log.watching(store, () => ({
      orderId,
      actId,
      act,
      at,
      isAsked: happenedAt === null,
    }));
    const ingestion = {
      store: environmentOf(own, watched).store,
      now: () => {
        const time = now();
        at = happenedAt ?? time;
        return time;
      },
    };
    const taken = await parts.takeAct(ingestion, orderId, act, { actId, happenedAt });
    if (!taken.ok && isHeld)
      reportBug(new Violation('S5', `${act.type} ${actId} was done and is refused`));
    return taken.ok ? ok(taken.value) : fail(taken.problem.type);
  };

  return {
    machine: () => (machine.alive ? machine : null),
    push: (caller, request) =>
      serve(machine, async () => {
        const taken = await ingest(environment, { ...caller, revoked: caller.isRevoked }, request);
        return taken.ok ? ok(taken.value) : fail(taken.problem.type);
      }),
    pull: (caller, request) =>
      serve(machine, async () => {
        if (caller.isRevoked) return fail('till_revoked');
        const till = { ...caller, revoked: false };
        const { text } = await pullText(environment, till, request);
        return ok(JSON.parse(text) as PullReply);
      }),
    newJournal: (caller, { previous }) =>
      serve(machine, async () => {
        if (caller.isRevoked) return fail('till_revoked');
        return ok({ journalId: await openJournal(caller, previous) });
      }),
    start: () => {
      const own = { alive: true };
      machine = own;
      environment = environmentOf(own);
      reingestQuarantined(environment).catch((error: unknown) => {
        if (own.alive && !(error instanceof StoreUnavailable)) reportBug(error);
      });
    },
    stop,
    stopBeforeWrite: (writes) => {
      writesLeft = writes;
    },
    fail: (writes) => {
      failures = writes;
    },
    backUp: async () => ({
      putBack: await store.backUp(),
      generations: new Map(generations),
      channelFacts: log.facts(),
    }),
    restore: async (saved) => {
      stop();
      await saved.putBack();
      generations = new Map(saved.generations);
      log.goBackTo(saved.channelFacts);
    },
    openJournal,
    place: async (placement) => {
      const own = machine;
      if (!own.alive) return null;
      const placed = await serve(own, async () => ok(await placeWebOrder(environment, placement)));
      return placed.ok ? placed.value.order : null;
    },
    order: async (orderId) => {
      const own = machine;
      if (!own.alive) return null;
      const found = await serve(own, async () => ok(await orderOf(orderId)));
      return found.ok ? found.value : null;
    },
    tell: async (orderId, telling) => {
      const own = machine;
      if (!own.alive) return null;
      const answer = await serve(own, () => takeTelling(own, orderId, telling));
      if (answer.ok) return answer.value;
      return REFUSALS.has(answer.problem) ? 'closed' : null;
    },
    channelFacts: log.facts,
    facts: store.facts,
  };
};
