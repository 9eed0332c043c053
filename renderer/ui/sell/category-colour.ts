import type { CSSProperties } from 'react';

/** Hands a category's `#rrggbb` to the style sheets, which mix their tints from it. */
export const categoryColour = (colour: string): CSSProperties =>
  ({ '--category': colour }) as CSSProperties;
