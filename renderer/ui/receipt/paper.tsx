import '@fontsource/ibm-plex-mono/400.css';
import '@fontsource/ibm-plex-mono/700.css';
import { type ReactNode, use } from 'react';
import { PaperMarkContext } from './paper-mark.ts';
import classes from './receipt-paper.module.css';

type PaperProps = { readonly label: string; readonly children: ReactNode };

/** A sheet as it comes out of the printer; the browser prints this and nothing else of the page. */
export const Paper = ({ label, children }: PaperProps) => (
  <article className={classes['paper']} aria-label={label}>
    <PaperMark />
    {children}
    <PaperMark />
  </article>
);

const PaperMark = () => {
  const mark = use(PaperMarkContext);
  return mark === null ? null : (
    <div className={classes['middle']} data-size="strong">
      {mark}
    </div>
  );
};
