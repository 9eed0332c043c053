import { Type, type TNull, type TProperties, type TSchema, type TUnion } from 'typebox';

/** An object that refuses members nobody declared: documents are checked without stripping (rule P1). */
export const Exact = <Properties extends TProperties>(properties: Properties) =>
  Type.Object(properties, { additionalProperties: false });

/** A value that may be absent is `null`, never missing, so that a hash has one form. */
export const Nullable = <Schema extends TSchema>(schema: Schema): TUnion<[Schema, TNull]> =>
  Type.Union([schema, Type.Null()]);
