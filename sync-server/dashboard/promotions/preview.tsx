import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Promotion } from '#shared/domain/pricing/promotion.ts';
import { units } from '#shared/kernel/quantity.ts';
import { usePreview } from '../data/use-promotions.ts';
import { useStores } from '../data/use-stores.ts';
import form from '../parts/form.module.css';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import table from '../parts/table.module.css';
import { TextField } from '../parts/text-field.tsx';
import { basketOf } from '../parts/typed.ts';
import classes from './promotions.module.css';

const wantedOf = (text: string) =>
  basketOf(text).map(({ sku, count }) => ({ sku, quantity: units(count) }));

type PreviewProps = {
  readonly draft: Promotion | null;
  /** What is in the basket at first. */
  readonly sample: string;
};

/** A basket as the till would price it once the promotion holds. */
export const Preview = ({ draft, sample }: PreviewProps) => {
  const { t } = useTranslation();
  const { money, quantity, text } = useFormat();
  const [first] = useStores();
  const storeId = draft?.storeIds?.[0] ?? first?.storeId;
  const [typed, setTyped] = useState<string | null>(null);
  const basket = typed ?? sample;
  const { mutate, data, error, isPending } = usePreview();
  const lines = wantedOf(basket);
  const isReady = draft !== null && storeId !== undefined && lines.length > 0;
  return (
    <fieldset className={form['group']}>
      <legend className={form['legend']}>{t('promotions.preview')}</legend>
      <TextField
        label={t('promotions.basket')}
        description={t('promotions.basketHint')}
        autoComplete="off"
        value={basket}
        onChange={setTyped}
      />
      <div>
        <Button
          isBusy={isPending}
          disabled={!isReady}
          onClick={() => {
            if (isReady) mutate({ storeId, lines, draft });
          }}
        >
          {t('promotions.try')}
        </Button>
      </div>
      <ProblemNotice failure={error} />
      {data ? (
        <div className={classes['preview']} aria-live="polite">
          {data.lines.map((line) => (
            <div key={line.id} className={classes['priced']}>
              <span>
                {quantity(line.quantity)} × {text(line.name)}
                {line.discounts.map(({ promotionId, name, amount }) => (
                  <span key={promotionId} className={table['small']}>
                    {name ? text(name) : ''} {money(0 - amount, data.currency)}
                  </span>
                ))}
              </span>
              <span className={classes['sum']}>{money(line.total, data.currency)}</span>
            </div>
          ))}
          <div className={classes['priced']}>
            <strong>{t('sell.total')}</strong>
            <strong className={classes['sum']}>{money(data.totals.total, data.currency)}</strong>
          </div>
        </div>
      ) : null}
    </fieldset>
  );
};
