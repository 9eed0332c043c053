import { existsSync } from 'node:fs';
import { mkdir, open, readFile, truncate } from 'node:fs/promises';
import path from 'node:path';
import { encodeOperation } from '#shared/operations/seal.ts';
import { parseEnvelope, parseOperation } from '#shared/operations/parse-operation.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Ledger } from '#renderer/store/ledger.ts';
import { createMemoryLedger } from '#renderer/store/memory-ledger.ts';

export type FileLedger = Ledger & {
  /** Everything appended, oldest first. */
  readonly operations: () => readonly Operation[];
  readonly close: () => Promise<void>;
};

type Entry =
  | { readonly type: 'operation'; readonly text: string }
  | { readonly type: 'local'; readonly key: string; readonly value: unknown };

const NEWLINE = 0x0a;

/** Cuts off what a crash left of an entry whose write was never acknowledged: it lacks the end of its line. */
const readWholeLines = async (file: string): Promise<string[]> => {
  const bytes = await readFile(file);
  const length = bytes.lastIndexOf(NEWLINE) + 1;
  if (length < bytes.length) await truncate(file, length);
  return bytes.toString('utf8', 0, length).split('\n').slice(0, -1);
};

const toOperation = (text: string): Operation => {
  const envelope = parseEnvelope(text);
  const operation = envelope.ok ? parseOperation(envelope.value) : envelope;
  if (!operation.ok) throw new Error(`damaged ledger: ${JSON.stringify(operation.problem)}`);
  return operation.value;
};

/**
 * A ledger in one append-only file, an entry a line, each synced to the disk before its write resolves. What is read
 * is kept in memory. Rejects when anything but the end of the file is damaged.
 */
export const openFileLedger = async (file: string): Promise<FileLedger> => {
  await mkdir(path.dirname(file), { recursive: true });
  const memory = createMemoryLedger();
  const operations: Operation[] = [];
  for (const line of existsSync(file) ? await readWholeLines(file) : []) {
    const entry = JSON.parse(line) as Entry;
    if (entry.type === 'local') {
      await memory.writeLocal(entry.key, entry.value);
    } else {
      const operation = toOperation(entry.text);
      await memory.append(operation);
      operations.push(operation);
    }
  }

  const handle = await open(file, 'a', 0o600);
  let last = Promise.resolve();
  /** One write after another: lines never mix. */
  const write = (entry: Entry): Promise<void> => {
    const written = last.then(async () => {
      await handle.appendFile(`${JSON.stringify(entry)}\n`);
      await handle.datasync();
    });
    last = written.catch(() => undefined);
    return written;
  };

  return {
    append: async (operation) => {
      await write({ type: 'operation', text: encodeOperation(operation) });
      await memory.append(operation);
      operations.push(operation);
    },
    head: memory.head,
    read: memory.read,
    readLocal: memory.readLocal,
    writeLocal: async (key, value) => {
      await write({ type: 'local', key, value });
      await memory.writeLocal(key, value);
    },
    operations: () => operations,
    close: async () => {
      await last;
      await handle.close();
    },
  };
};
