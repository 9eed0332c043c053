import { SegmentedControl } from '@mantine/core';
import { IconGift, IconPrinter } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LOCALES, type Locale } from '#shared/kernel/text.ts';
import { Button } from '../button/button.tsx';
import { Notice } from '../feedback/notice.tsx';
import { leaveButton } from './leave-button.ts';
import classes from './print-tools.module.css';

type PrintToolsProps = {
  /** Whether what is printed is a copy. */
  readonly isCopy: boolean;
  /** Of the paper. */
  readonly locale: Locale;
  readonly onLocale: (locale: Locale) => void;
  readonly onPrint: () => void;
  /** null = there is none of this paper. */
  readonly onGift: (() => void) | null;
  /** Why nothing came out. */
  readonly problem: string | null;
  /** Stands above the other ways. */
  readonly hint?: string | null;
  /** Other ways in which the customer can have it. */
  readonly ways?: ReactNode;
};

/** Printing a receipt: in the customer's language, again, or without prices for who is given the goods. */
export const PrintTools = (props: PrintToolsProps) => {
  const { isCopy, locale, onLocale, onPrint, onGift, problem, hint, ways } = props;
  const { t } = useTranslation();
  const printing = (print: () => void) => (event: MouseEvent<HTMLElement>) => {
    leaveButton(event.currentTarget);
    print();
  };
  return (
    <div className={classes['tools']}>
      <div role="alert">{problem ? <Notice tone="danger">{problem}</Notice> : null}</div>
      <SegmentedControl
        size="md"
        fullWidth
        aria-label={t('receipt.language')}
        value={locale}
        onChange={onLocale}
        data={LOCALES.map((one) => ({ value: one, label: one.toUpperCase() }))}
      />
      <div className={classes['buttons']}>
        <Button icon={<IconPrinter size={20} />} onClick={printing(onPrint)}>
          {t(isCopy ? 'receipt.printAgain' : 'receipt.print')}
        </Button>
        {onGift === null ? null : (
          <Button icon={<IconGift size={20} />} onClick={printing(onGift)}>
            {t('receipt.printGift')}
          </Button>
        )}
      </div>
      {hint ? <p className={classes['hint']}>{hint}</p> : null}
      {ways ? <div className={classes['buttons']}>{ways}</div> : null}
    </div>
  );
};
