import { QuickKeysPages, QuickKeysVersion } from '../domain/quick-keys/schema.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

const { seen, revision } = QuickKeysVersion.properties;

/** A manager arranged the tiles that the store's tills show; the whole layout, as it is from then on. */
export const tilesArranged = defineOperation(
  'tiles.arranged',
  1,
  Exact({ seen, revision, pages: QuickKeysPages }),
);
