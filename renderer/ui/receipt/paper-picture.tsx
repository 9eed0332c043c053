import { useMemo } from 'react';
import type { ReceiptLogo } from '#shared/domain/settings/receipt-layout.ts';
import classes from './receipt-paper.module.css';

type PaperPictureProps = { readonly picture: ReceiptLogo; readonly label: string };

/** Dots across the paper that the screen shows: 80 mm. */
const PAPER_WIDTH = 576;

/** Black dots as lines of a drawing, a piece for each run of them. */
const pathOf = ({ width, height, dots }: ReceiptLogo): string => {
  const rows = atob(dots);
  const isInk = (x: number, y: number): boolean => {
    const dot = y * width + x;
    return x < width && ((rows.charCodeAt(dot >> 3) >> (7 - (dot & 7))) & 1) === 1;
  };
  const pieces: string[] = [];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const start = x;
      while (isInk(x, y)) x += 1;
      if (x > start) pieces.push(`M${start} ${y}h${x - start}v1H${start}z`);
    }
  return pieces.join('');
};

/** A picture dot by dot, as wide beside the letters as it is on paper. */
export const PaperPicture = ({ picture, label }: PaperPictureProps) => {
  const path = useMemo(() => pathOf(picture), [picture]);
  const { width, height } = picture;
  return (
    <svg
      className={classes['picture']}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={`${(width / PAPER_WIDTH) * 100}%`}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
};
