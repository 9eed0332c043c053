import { type Static, type TObject, Type } from 'typebox';
import { Value } from 'typebox/value';

const Kept = Type.Record(Type.String(), Type.Unknown());

/** Without what no schema of this version declares, however deep it lies. */
export const knownOf = (schema: TObject, kept: unknown): unknown =>
  Value.Clean(schema, structuredClone(kept));

/**
 * Of an object that another version may have written, what this one knows, member by member; where a member is missing or
 * of another kind, that of `fresh`. `isWhole`: nothing that this version knows had to be left out.
 */
export const knownMembers = <Schema extends TObject>(
  schema: Schema,
  fresh: Static<Schema>,
  kept: unknown,
): { readonly value: Static<Schema>; readonly isWhole: boolean } => {
  const known = knownOf(schema, kept);
  if (!Value.Check(Kept, known)) return { value: fresh, isWhole: false };
  const members = Object.entries(schema.properties).filter(([key]) => key in known);
  const fit = members.filter(([key, member]) => Value.Check(member, known[key]));
  const value: unknown = {
    ...(fresh as object),
    ...Object.fromEntries(fit.map(([key]) => [key, known[key]])),
  };
  const isWhole = fit.length === members.length;
  return Value.Check(schema, value) ? { value, isWhole } : { value: fresh, isWhole: false };
};
