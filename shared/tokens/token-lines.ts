import { type Static, type TSchema, Type } from 'typebox';
import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import type { Crypto } from '../kernel/crypto.ts';
import { HashSchema } from '../kernel/ids.ts';
import { Exact } from '../kernel/schema.ts';
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

/** The lines, or where they are too many for a code that prints legibly, how many they are and their hash. */
export const TokenLines = <Line extends TSchema>(line: Line) =>
  Type.Union([
    Exact({ type: Type.Literal('listed'), lines: Type.Array(line) }),
    Exact({ type: Type.Literal('hashed'), count: Type.Integer({ minimum: 1 }), hash: HashSchema }),
  ]);
export type TokenLines<Line> =
  | { readonly type: 'listed'; readonly lines: readonly Line[] }
  | (Static<ReturnType<typeof TokenLines>> & { readonly type: 'hashed' });

/** Tells whether lines known from elsewhere are the ones that were signed. */
export const hashOfLines = (
  lines: readonly Json[],
  { sha256 }: Pick<Crypto, 'sha256'>,
): Promise<string> => sha256(canonicalJson(lines));

const LISTED = 0;
const HASHED = 1;

export const writeLines = <Line>(
  writer: ByteWriter,
  lines: TokenLines<Line>,
  writeLine: (line: Line) => void,
): void => {
  if (lines.type === 'listed') {
    writer.number(LISTED);
    writer.list(lines.lines, writeLine);
  } else {
    writer.number(HASHED);
    writer.number(lines.count);
    writer.hex(lines.hash);
  }
};

/** What is neither of the two comes back as no lines that any schema would take. */
export const readLines = <Line>(
  reader: ByteReader,
  readLine: () => Line,
): TokenLines<Line> | null => {
  switch (reader.number()) {
    case LISTED:
      return { type: 'listed', lines: reader.list(readLine) };
    case HASHED:
      return { type: 'hashed', count: reader.number(), hash: reader.hex(32) };
    default:
      return null;
  }
};
