import { useTranslation } from 'react-i18next';
import { useReferences } from '#renderer/queries/use-references.ts';
import { quantity, UNIT, units } from '#shared/kernel/quantity.ts';
import { useProducts } from '#renderer/queries/use-products.ts';
import type { OpenBasket } from '#renderer/session/open-basket.ts';
import { useTill } from '#renderer/session/till-context.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { AskDialog } from '#renderer/ui/sell/ask-dialog.tsx';
import { QuantityStepper } from '#renderer/ui/sell/quantity-stepper.tsx';
import type { SoldReturn } from './use-sold-return.ts';
import classes from './returns.module.css';

type ExchangeGoodsProps = {
  readonly basket: OpenBasket;
  readonly draft: SoldReturn;
  /** What is typed into the search field. */
  readonly query: string;
};

const SHOWN = 4;
/** Grams by which weighed goods become more or less. */
const WEIGHED_STEP = 100;

/** What is taken instead: by scan, or found by name. */
export const ExchangeGoods = ({ basket, draft, query }: ExchangeGoodsProps) => {
  const { t } = useTranslation();
  const { text, money, quantity: written } = useFormat();
  const { time } = useTill().store;
  const { prices } = useReferences();
  const found = useProducts({ text: query, categoryId: null }) ?? [];
  const isSearching = query.trim() !== '';
  return (
    <section className={classes['card']} aria-label={t('returns.newGoods')}>
      <header className={classes['cardHead']}>
        <h2 className={classes['step']}>{t('returns.newGoods')}</h2>
        <Button size="small" tone="quiet" onClick={draft.stopExchange}>
          {t('returns.stopExchange')}
        </Button>
      </header>
      {isSearching ? (
        <div className={classes['chips']}>
          {found.slice(0, SHOWN).map((product) => (
            <Button
              key={product.sku}
              onClick={() =>
                draft.asking.want({ product, particulars: {}, labelled: null, quantity: units(1) })
              }
            >
              {text(product.name)} ·{' '}
              {money(prices.priceOf(product, time.now(), basket.buyer?.groupIds))}
            </Button>
          ))}
        </div>
      ) : null}
      <ul className={classes['lines']}>
        {basket.lines.map((line) => {
          const isPack = draft.isPack(line.id);
          const step = line.unit === 'piece' ? UNIT : WEIGHED_STEP;
          const less = isPack ? 0 : Math.max(0, line.quantity - step);
          return (
            <li key={line.id} className={classes['line']}>
              <div className={classes['lineHead']}>
                <span className={classes['name']}>{text(line.name)}</span>
                <QuantityStepper
                  quantity={written(line.quantity)}
                  canMore={line.particulars?.serial === undefined && !isPack}
                  onLess={() => draft.setGoods(line.id, quantity(less))}
                  onMore={() => draft.setGoods(line.id, quantity(line.quantity + step))}
                />
                <span className={classes['price']}>
                  {money(draft.offer.goods.find(({ id }) => id === line.id)?.total ?? 0)}
                </span>
              </div>
            </li>
          );
        })}
      </ul>
      {draft.asking.asked && draft.asking.asked.ask.type !== 'weight' ? (
        <AskDialog
          name={text(draft.asking.asked.coming.product.name)}
          ask={draft.asking.asked.ask}
          onChecked={(ageChecked) => draft.asking.answer({ particulars: { ageChecked } })}
          onCode={draft.asking.answerCode}
          onGiveUp={draft.asking.giveUp}
        />
      ) : null}
      {basket.lines.length === 0 && !isSearching ? (
        <p className={classes['quiet']}>{t('returns.scanGoods')}</p>
      ) : null}
    </section>
  );
};
