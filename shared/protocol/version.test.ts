import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Envelope } from '../operations/envelope.ts';
import { operationDefinitions } from '../operations/operation.ts';
import { OperationStatus, Reference } from './documents.ts';
import { EnrolReply, EnrolRequest, NewJournalReply, NewJournalRequest } from './enrol.ts';
import { ErrorReply } from './errors.ts';
import { PullReply, PullRequest } from './pull.ts';
import { PushReply, PushRequest } from './push.ts';
import { Tick } from './stream.ts';
import { PROTOCOL_VERSION } from './version.ts';

/** Whoever changes what goes over the wire raises the version and writes the new hash here. */
const LOCKED = { version: 2, hash: '64bbb3552c75de52' };

test('the schemas of the protocol are those of its version', () => {
  const schemas = [
    [PushRequest, PushReply, PullRequest, PullReply, Tick, ErrorReply],
    [EnrolRequest, EnrolReply, NewJournalRequest, NewJournalReply],
    [Reference, OperationStatus, Envelope, operationDefinitions],
  ];
  const hash = createHash('sha256').update(JSON.stringify(schemas)).digest('hex').slice(0, 16);
  expect({ version: PROTOCOL_VERSION, hash }).toEqual(LOCKED);
});
