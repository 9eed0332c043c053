import type { ProductKind } from '#shared/domain/catalog/schema.ts';
import type { LocalizedText } from '#shared/kernel/text.ts';

/**
 * Products of one tax rate, a base product a line:
 * `en | ru | uk | kk | size price; size price | flavour, flavour`.
 * Sizes are written in English («1.5 kg», «46 pcs»; «kg» alone = sold by weight), prices in whole tenge. Every size
 * comes in every flavour; the flavours may be left out.
 */
export type TableSection = {
  readonly taxRateId: string;
  readonly kind: ProductKind;
  readonly rows: string;
};

export type CategoryTable = {
  /** Also the name of its icon. */
  readonly id: string;
  readonly name: Required<LocalizedText>;
  readonly colour: string;
  readonly sections: readonly TableSection[];
};
