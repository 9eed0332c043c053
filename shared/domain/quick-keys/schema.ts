import { Type, type Static } from 'typebox';
import { IdSchema, OperationIdSchema, SkuSchema, TimeSchema } from '#shared/kernel/ids.ts';
import { Exact } from '#shared/kernel/schema.ts';

export const MAX_PAGES = 12;
/** A page is seen at a glance and a swipe: whoever wants more makes another. */
export const MAX_TILES = 48;
export const MAX_PAGE_NAME = 24;

/** What tiles may stand out by; how each looks, in light and in dark, is the screens' to say. */
export const TILE_COLOURS = ['red', 'orange', 'green', 'blue', 'violet'] as const;
export const TileColour = Type.Enum(TILE_COLOURS);
export type TileColour = Static<typeof TileColour>;

/** Products to press, in their order, under a name of the store's own. */
export const QuickKeysPage = Exact({
  name: Type.String({ minLength: 1, maxLength: MAX_PAGE_NAME }),
  skus: Type.Array(SkuSchema, { maxItems: MAX_TILES, uniqueItems: true }),
  /** Of those of them that have one. */
  colours: Type.Optional(
    Type.Array(Exact({ sku: SkuSchema, colour: TileColour }), { maxItems: MAX_TILES }),
  ),
});
export type QuickKeysPage = Static<typeof QuickKeysPage>;

/** No page at all: the tiles of the catalog are shown. */
export const QuickKeysPages = Type.Array(QuickKeysPage, { maxItems: MAX_PAGES });

export const KEPT_VERSIONS = 5;

/** How somebody arranged the quick keys, and what they saw when they did. */
export const QuickKeysVersion = Exact({
  operationId: OperationIdSchema,
  tillId: IdSchema,
  staffId: IdSchema,
  at: TimeSchema,
  /** The versions that lay before whoever made it. */
  seen: Type.Array(OperationIdSchema, { maxItems: KEPT_VERSIONS }),
  /** One more than that of the version it takes the place of, so that no clock decides what came after what. */
  revision: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
  pages: QuickKeysPages,
});
export type QuickKeysVersion = Static<typeof QuickKeysVersion>;

/** The quick keys of a store: the version that holds, and those before it. */
export const QuickKeys = Exact({
  storeId: IdSchema,
  versions: Type.Array(QuickKeysVersion, { minItems: 1, maxItems: KEPT_VERSIONS }),
});
export type QuickKeys = Static<typeof QuickKeys>;
