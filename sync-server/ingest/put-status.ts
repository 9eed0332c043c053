import type { OperationStatus } from '#shared/protocol/documents.ts';
import { statusId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { Workspace } from './workspace.ts';

/** Tells a till what became of an operation of its own (rule P3). */
export const putStatus = (workspace: Workspace, tillId: string, status: OperationStatus): void =>
  workspace.put('statuses', {
    id: statusId(status),
    document: status,
    streams: [streamName('statuses', tillId)],
  });
