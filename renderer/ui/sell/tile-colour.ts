import type { CSSProperties } from 'react';
import type { TileColour } from '#shared/domain/quick-keys/schema.ts';

/** Hands the colour of a tile to the style sheets, which mix its ground from it; the tokens say what each looks like. */
export const tileColour = (colour: TileColour): CSSProperties =>
  ({ '--tile': `var(--tile-${colour})` }) as CSSProperties;
