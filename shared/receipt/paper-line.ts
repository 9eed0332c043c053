import type { ReceiptLogo } from '../domain/settings/receipt-layout.ts';

/** A line of a paper, before anybody knows how wide the paper is, or whether it is a screen. */
export type PaperLine =
  | {
      readonly type: 'row';
      readonly name: string;
      /** At the right edge. */
      readonly value: string | null;
      /** In letters. */
      readonly indent: number;
      readonly isStrong: boolean;
    }
  | {
      readonly type: 'middle';
      readonly text: string;
      readonly size: 'plain' | 'strong' | 'large';
    }
  /** In the middle; `label` says what it is to who cannot see it. */
  | { readonly type: 'picture'; readonly picture: ReceiptLogo; readonly label: string }
  | { readonly type: 'rule' }
  | { readonly type: 'gap' }
  /** A square code; `label` says what it is to who cannot see it. */
  | { readonly type: 'qr'; readonly text: string; readonly label: string }
  | { readonly type: 'barcode'; readonly text: string }
  /** What follows is a paper of its own. */
  | { readonly type: 'cut' };

type RowLook = { readonly indent?: number; readonly isStrong?: boolean };

export const row = (
  name: string,
  value: string | null = null,
  { indent = 0, isStrong = false }: RowLook = {},
): PaperLine => ({ type: 'row', name, value, indent, isStrong });

export const middle = (
  text: string,
  size: Extract<PaperLine, { type: 'middle' }>['size'] = 'plain',
): PaperLine => ({ type: 'middle', text, size });

export const RULE: PaperLine = { type: 'rule' };
export const GAP: PaperLine = { type: 'gap' };
