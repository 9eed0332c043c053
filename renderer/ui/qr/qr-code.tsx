import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { useMemo } from 'react';
import classes from './qr-code.module.css';

type QrCodeProps = {
  readonly text: string;
  readonly label: string;
  /** As wide as there is room: what a phone reads off a screen. */
  readonly isLarge?: boolean;
};

/** Modules of white around a code, without which scanners do not find it. */
const QUIET = 4;
/** Three dots of a thermal printer of 203 dpi, in millimetres. */
const MODULE = 0.375;

/** A QR code as lines of a drawing: sharp at any size, and on paper as large as a thermal printer needs it. */
export const QrCode = ({ text, label, isLarge = false }: QrCodeProps) => {
  const { path, width } = useMemo(() => {
    const code = generate(text, { minCorrectionLevel: correction.M });
    return { path: toSvgPath(code), width: code.size + 2 * QUIET };
  }, [text]);
  return (
    <svg
      className={classes['code']}
      role="img"
      aria-label={label}
      data-text={text}
      data-large={isLarge || undefined}
      viewBox={`${-QUIET} ${-QUIET} ${width} ${width}`}
      width={`${width * MODULE}mm`}
      height={`${width * MODULE}mm`}
      shapeRendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={width} height={width} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};
