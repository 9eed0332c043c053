import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { NewJournalReply, NewJournalRequest } from '#shared/protocol/enrol.ts';
import type { ErrorCode } from '#shared/protocol/errors.ts';
import type { PullReply, PullRequest } from '#shared/protocol/pull.ts';
import type { PushReply, PushRequest } from '#shared/protocol/push.ts';
import type { Transport, TransportProblem } from '#renderer/sync/transport.ts';
import type { Random } from './random.ts';
import type { Machine, Scheduler } from './scheduler.ts';
import type { TillMachine, TillName } from './till-machine.ts';

/** What the server answers to a request; a refusal is an answer too. */
export type Answer<Value> = Promise<Result<Value, ErrorCode>>;

/** Who a request is from, as the server finds out by its token. */
export type Caller = TillName & { readonly isRevoked: boolean };

/** The server as the network sees it. */
export type Listener = {
  /** The machine that listens now; null = nobody. */
  readonly machine: () => Machine | null;
  readonly push: (caller: Caller, request: PushRequest) => Answer<PushReply>;
  readonly pull: (caller: Caller, request: PullRequest) => Answer<PullReply>;
  readonly newJournal: (caller: Caller, request: NewJournalRequest) => Answer<NewJournalReply>;
};

/** How bad the network is: probabilities. */
export type Weather = {
  readonly loss: number;
  readonly duplication: number;
  /** Of a message that takes long, up to longer than anybody waits. */
  readonly slowness: number;
};

export const FINE: Weather = { loss: 0, duplication: 0, slowness: 0 };

/** Of a message, in milliseconds: longer than anybody waits for it. */
export const LONGEST_DELAY = 26_000;

/** A till waits so long for an answer, in milliseconds. */
const PATIENCE = 20_000;

export type NetworkParts = {
  readonly scheduler: Scheduler;
  readonly random: () => Random;
  readonly weather: () => Weather;
  readonly server: Listener;
};

/** A line from a till to the server on which every message may be lost, late, doubled or overtaken. */
export const createNetwork = ({ scheduler, random, weather, server }: NetworkParts) => {
  const delay = (): number =>
    random().chance(weather().slowness) ? random().below(LONGEST_DELAY) : 1 + random().below(40);

  const send = <Value>(
    till: TillMachine,
    machine: Machine,
    ask: () => Answer<Value>,
  ): Promise<Result<Value, TransportProblem>> =>
    new Promise((resolve) => {
      const giveUp = (problem: TransportProblem, wait: number) =>
        scheduler.after(wait, machine, () => resolve(fail(problem)));

      const answer = (reply: Result<Value, ErrorCode>): void => {
        if (random().chance(weather().loss)) return;
        scheduler.after(delay(), machine, () => {
          if (till.isCutOff) return;
          resolve(reply.ok ? ok(reply.value) : fail({ type: 'refused', code: reply.problem }));
        });
      };

      const deliver = (): void => {
        if (till.isCutOff) return;
        const listening = server.machine();
        if (!listening) return giveUp({ type: 'server_silent' }, 1);
        void ask().then((reply) => (listening.alive ? answer(reply) : undefined));
      };

      if (till.isCutOff) return giveUp({ type: 'no_network' }, 1);
      giveUp({ type: 'server_silent' }, PATIENCE);
      const copies = random().chance(weather().duplication) ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1)
        if (!random().chance(weather().loss)) scheduler.after(delay(), null, deliver);
    });

  return {
    transportOf: (till: TillMachine, machine: Machine): Transport => ({
      push: (request) => send(till, machine, () => server.push(till, request)),
      pull: (request) => send(till, machine, () => server.pull(till, request)),
      newJournal: (request) => send(till, machine, () => server.newJournal(till, request)),
    }),
  };
};
