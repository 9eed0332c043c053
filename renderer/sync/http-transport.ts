import { NewJournalReply } from '#shared/protocol/enrol.ts';
import { PullReply } from '#shared/protocol/pull.ts';
import { PushReply } from '#shared/protocol/push.ts';
import { type HttpParts, post } from './post.ts';
import type { Transport } from './transport.ts';

export const createHttpTransport = (parts: HttpParts): Transport => ({
  push: (request) => post(parts, 'push', request, PushReply),
  pull: (request) => post(parts, 'pull', request, PullReply),
  newJournal: (request) => post(parts, 'journals', request, NewJournalReply),
});
