import type { PaperLine } from '#shared/receipt/paper-line.ts';
import { Barcode } from '../barcode/barcode.tsx';
import { QrCode } from '../qr/qr-code.tsx';
import { PaperPicture } from './paper-picture.tsx';
import { PaperRow } from './paper-row.tsx';
import classes from './receipt-paper.module.css';

type PaperLinesProps = { readonly lines: readonly PaperLine[] };

/** What stands on a paper, as the printer would put it. */
export const PaperLines = ({ lines }: PaperLinesProps) => (
  <>
    {lines.map((line, place) => (
      // A paper is written once, from top to bottom: the place is the line.
      <Line key={place} line={line} />
    ))}
  </>
);

const Line = ({ line }: { readonly line: PaperLine }) => {
  switch (line.type) {
    case 'row':
      return (
        <PaperRow
          name={' '.repeat(line.indent) + line.name}
          value={line.value}
          isStrong={line.isStrong}
        />
      );
    case 'middle':
      return (
        <div className={classes['middle']} data-size={line.size} dir="auto">
          {line.text}
        </div>
      );
    case 'picture':
      return <PaperPicture picture={line.picture} label={line.label} />;
    case 'rule':
    case 'cut':
      return <hr />;
    case 'gap':
      return <div className={classes['gap']} />;
    case 'qr':
      return <QrCode text={line.text} label={line.label} />;
    case 'barcode':
      return <Barcode text={line.text} />;
  }
};
