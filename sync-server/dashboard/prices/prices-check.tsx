import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { units } from '#shared/kernel/quantity.ts';
import { usePreview } from '../data/use-promotions.ts';
import { useStores } from '../data/use-stores.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import table from '../parts/table.module.css';
import { pricesOf } from './price-list-form.ts';

type PricesCheckProps = {
  readonly prices: string;
  /** Where they will hold; null = everywhere. */
  readonly storeId: string | null;
};

/** Products that are looked at once; more are saved all the same. */
const SHOWN = 50;

/** What each product typed is called, costs now and will cost. */
export const PricesCheck = ({ prices, storeId }: PricesCheckProps) => {
  const { t } = useTranslation();
  const { money, text } = useFormat();
  const [first] = useStores();
  const { mutate, data, error, isPending } = usePreview();
  const store = storeId ?? first?.storeId;
  const typed = new Map(pricesOf(prices).map(({ sku, price }) => [sku, price]));
  const lines = [...typed.keys()].slice(0, SHOWN).map((sku) => ({ sku, quantity: units(1) }));
  return (
    <>
      <div>
        <Button
          isBusy={isPending}
          disabled={store === undefined || lines.length === 0}
          onClick={() => {
            if (store !== undefined) mutate({ storeId: store, lines, draft: null });
          }}
        >
          {t('prices.check')}
        </Button>
      </div>
      <ProblemNotice failure={error} />
      {data ? (
        <table className={table['table']}>
          <thead>
            <tr>
              <th scope="col">{t('promotions.name')}</th>
              <th scope="col" className={table['number']}>
                {t('prices.now')}
              </th>
              <th scope="col" className={table['number']}>
                {t('prices.later')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.lines.map(({ id, sku, name, unitPrice }) => (
              <tr key={id}>
                <td>
                  {text(name)}
                  <span className={table['small']}>{sku}</span>
                </td>
                <td className={table['number']}>{money(unitPrice, data.currency)}</td>
                <td className={table['number']}>
                  <strong>{money(typed.get(sku) ?? unitPrice, data.currency)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
};
