/** The plural forms that Russian and Ukrainian have beyond English's `_one` and `_other`. */
export type SlavicForms = 'few' | 'many';

/**
 * What a language must hold of a part of English: the same keys, each plural with the forms of that language.
 * `satisfies Translation<…>` makes a missing or superfluous key an error of the compiler.
 */
export type Translation<Source, ExtraForms extends string = never> = {
  readonly [Key in keyof Source | ExtraKeys<Source, ExtraForms>]: Key extends keyof Source
    ? Source[Key] extends string
      ? string
      : Translation<Source[Key], ExtraForms>
    : string;
};

type ExtraKeys<Source, ExtraForms extends string> = keyof Source extends infer Key
  ? Key extends `${infer Base}_other`
    ? `${Base}_${ExtraForms}`
    : never
  : never;
