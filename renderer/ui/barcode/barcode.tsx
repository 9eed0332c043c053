import JsBarcode from 'jsbarcode';
import { useMemo } from 'react';
import { hasValidCheckDigit } from '#shared/domain/catalog/gtin.ts';
import classes from './barcode.module.css';

type BarcodeProps = { readonly text: string };

/** Modules of white at both sides, without which scanners do not find it. */
const QUIET = 11;
const HEIGHT = 60;
/** Two dots and a half of a thermal printer of 203 dpi, in millimetres. */
const MODULE = 0.33;

type Encoded = { encodings?: readonly { readonly data: string }[] };

const isEan13 = (text: string): boolean => /^\d{13}$/.test(text) && hasValidCheckDigit(text);

/** Black and white modules: EAN-13 where it is one, Code 128 of anything else that is printable. */
const modulesOf = (text: string): string | null => {
  if (!/^[ -~]{1,64}$/.test(text)) return null;
  const drawn: Encoded = {};
  JsBarcode(drawn, text, { format: isEan13(text) ? 'EAN13' : 'CODE128', flat: true });
  return drawn.encodings?.map(({ data }) => data).join('') ?? null;
};

const pathOf = (modules: string): string =>
  [...modules.matchAll(/1+/g)]
    .map(({ index, 0: bar }) => `M${index} 0h${bar.length}v${HEIGHT}h-${bar.length}z`)
    .join('');

/** A barcode as lines of a drawing, sharp at any size; nothing where the text cannot be one. */
export const Barcode = ({ text }: BarcodeProps) => {
  const modules = useMemo(() => modulesOf(text), [text]);
  if (modules === null) return null;
  const width = modules.length + 2 * QUIET;
  return (
    <figure className={classes['figure']}>
      <svg
        role="img"
        aria-label={text}
        viewBox={`${-QUIET} 0 ${width} ${HEIGHT}`}
        width={`${width * MODULE}mm`}
        height="16mm"
        preserveAspectRatio="none"
        shapeRendering="crispEdges"
      >
        <rect x={-QUIET} y={0} width={width} height={HEIGHT} fill="#fff" />
        <path d={pathOf(modules)} fill="#000" />
      </svg>
      <figcaption>{text}</figcaption>
    </figure>
  );
};
