import type { Result } from '#shared/kernel/result.ts';
import type { NewJournalReply, NewJournalRequest } from '#shared/protocol/enrol.ts';
import type { ErrorCode } from '#shared/protocol/errors.ts';
import type { PullReply, PullRequest } from '#shared/protocol/pull.ts';
import type { PushReply, PushRequest } from '#shared/protocol/push.ts';

/** Why the server gave no answer that counts. */
export type TransportProblem =
  | { readonly type: 'no_network' }
  | { readonly type: 'server_silent' }
  | { readonly type: 'refused'; readonly code: ErrorCode };

type Reply<Value> = Promise<Result<Value, TransportProblem>>;

/** The till's line to the server. Any reply may be lost, late or doubled. */
export type Transport = {
  readonly push: (request: PushRequest) => Reply<PushReply>;
  readonly pull: (request: PullRequest) => Reply<PullReply>;
  readonly newJournal: (request: NewJournalRequest) => Reply<NewJournalReply>;
};
