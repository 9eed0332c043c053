import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DisplayContent, openDisplaySide } from '../host/customer-display.ts';
import { QrCode } from '../ui/qr/qr-code.tsx';
import classes from './customer-display.module.css';

/** The second screen, turned to the customer: their basket, or which web orders stand ready. */
export const CustomerDisplay = () => {
  const { i18n } = useTranslation();
  const [content, setContent] = useState<DisplayContent | null>(null);
  useEffect(() => openDisplaySide(setContent), []);
  // The customer reads what the cashier speaks.
  const locale = content?.locale;
  useEffect(() => {
    if (locale !== undefined) i18n.changeLanguage(locale).catch(reportError);
  }, [i18n, locale]);
  if (content === null) return <main className={classes['display']} />;
  return (
    <main className={classes['display']}>
      <Shown {...content} />
    </main>
  );
};

const Shown = (content: DisplayContent) => {
  if (content.payment !== null) return <ScanToPay {...content.payment} />;
  return content.lines.length === 0 ? <ReadyBoard {...content} /> : <ShownBasket {...content} />;
};

const ScanToPay = ({ code, amount }: NonNullable<DisplayContent['payment']>) => {
  const { t } = useTranslation();
  return (
    <div className={classes['idle']}>
      <h1>{amount}</h1>
      <p className={classes['store']}>{t('display.scanToPay')}</p>
      <div className={classes['pay']}>
        <QrCode text={code} label={t('display.scanToPay')} />
      </div>
    </div>
  );
};

const ShownBasket = ({ lines, discount, points, total, left }: DisplayContent) => {
  const { t } = useTranslation();
  return (
    <>
      <ol className={classes['lines']}>
        {lines.map((line) => (
          <li
            key={line.id}
            className={classes['line']}
            ref={(row) => {
              if (line === lines.at(-1)) row?.scrollIntoView({ block: 'nearest' });
            }}
          >
            <span className={classes['name']}>{line.name}</span>
            <span className={classes['detail']}>{line.detail}</span>
            <span className={classes['sum']}>{line.total}</span>
          </li>
        ))}
      </ol>
      <div className={classes['foot']}>
        {points === null ? null : (
          <p className={classes['points']}>
            <span>{t('points.title')}</span>
            <span>{points}</span>
          </p>
        )}
        {discount === null ? null : (
          <p className={classes['discount']}>
            <span>{t('sell.discount')}</span>
            <span>{discount}</span>
          </p>
        )}
        {left === null ? null : (
          <p className={classes['points']}>
            <span>{t('sell.total')}</span>
            <span>{total}</span>
          </p>
        )}
        <output className={classes['total']}>
          <span>{t(left === null ? 'sell.total' : 'mixed.remaining')}</span>
          <span>{left ?? total}</span>
        </output>
      </div>
    </>
  );
};

const ReadyBoard = ({ store, ready }: DisplayContent) => {
  const { t } = useTranslation();
  return (
    <div className={classes['idle']}>
      <h1>{t('display.welcome')}</h1>
      <p className={classes['store']}>{store}</p>
      {ready.length === 0 ? null : (
        <section aria-label={t('display.ready')} className={classes['board']}>
          <h2>{t('display.ready')}</h2>
          <ul>
            {ready.map((number) => (
              <li key={number}>{number}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};
