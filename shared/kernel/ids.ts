import { Type } from 'typebox';

/** Ids go into URLs, file names and stream names: letters, digits and `-_` only. */
export const IdSchema = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' });
/** Codes that shops and suppliers invent: anything printable without white space at its ends. */
export const SkuSchema = Type.String({ pattern: '^[!-~]([ -~]{0,62}[!-~])?$' });
export const JournalIdSchema = Type.String({ pattern: '^[A-Za-z0-9-]{1,48}_[1-9][0-9]{0,5}$' });
export const OperationIdSchema = Type.String({
  pattern: '^[A-Za-z0-9-]{1,48}_[1-9][0-9]{0,5}\\.[0-9]{10}$',
});
/** Who did something to an order: an operation of a till, or an act of a channel by its own id. */
export const ActIdSchema = Type.String({ pattern: '^[A-Za-z0-9_.-]{1,80}$' });
export const HashSchema = Type.String({ pattern: '^[0-9a-f]{64}$' });
/** ISO 8601 in UTC with milliseconds, so that texts sort as times do. What passes is a time: `Date` reads it. */
export const TimeSchema = Type.String({
  pattern:
    '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$',
});

/** A till's journal of one generation (rule J1): `ALM1-01_1`. */
export const journalId = (tillId: string, generation: number): string => `${tillId}_${generation}`;

/** Which of its till's journals this is. */
export const generationOf = (journal: string): number =>
  Number(journal.slice(journal.lastIndexOf('_') + 1));

/** Operation id = `journalId.seq`, padded so that ids of one journal sort as sequences do. */
export const operationId = (journal: string, seq: number): string =>
  `${journal}.${String(seq).padStart(10, '0')}`;

/** Where the operation of that id stands: the other way round. */
export const operationPlace = (
  id: string,
): { readonly journalId: string; readonly seq: number } => {
  const dot = id.lastIndexOf('.');
  return { journalId: id.slice(0, dot), seq: Number(id.slice(dot + 1)) };
};
