import { IconShoppingBag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { ShopProduct, ShopReply } from '#shared/protocol/shop.ts';
import type { Chosen } from './basket.ts';
import { BasketRow } from './basket-row.tsx';
import classes from './basket-panel.module.css';
import { CheckoutForm } from './checkout-form.tsx';
import { useQuote } from './use-shop.ts';

type BasketPanelProps = {
  readonly shop: ShopReply;
  readonly storeId: string;
  readonly basket: readonly Chosen[];
  readonly onStep: (product: ShopProduct, direction: 1 | -1) => void;
  readonly onPlaced: (orderId: string) => void;
};

/** What was chosen, what it costs, and the way to order it. */
export const BasketPanel = ({ shop, storeId, basket, onStep, onPlaced }: BasketPanelProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: quote, isPlaceholderData } = useQuote(storeId, basket);
  const title = <h2 className={classes['title']}>{t('shop.order')}</h2>;
  if (basket.length === 0)
    return (
      <section className={classes['panel']}>
        {title}
        <EmptyState icon={<IconShoppingBag size={40} stroke={1.6} />} title={t('shop.emptyHint')} />
      </section>
    );
  const totals = quote?.totals;
  const lineOf = (sku: string) => quote?.lines.find((line) => line.sku === sku);
  return (
    <section className={classes['panel']}>
      {title}
      <ul>
        {basket.map(({ product, quantity }) => (
          <BasketRow
            key={product.sku}
            product={product}
            quantity={quantity}
            line={lineOf(product.sku)}
            onStep={(direction) => onStep(product, direction)}
          />
        ))}
      </ul>
      {totals && totals.discount > 0 ? (
        <p className={classes['sum']}>
          <span>{t('sell.discount')}</span>
          <span className={classes['discount']}>−{format.money(totals.discount)}</span>
        </p>
      ) : null}
      <p className={classes['total']} aria-live="polite">
        <span>{t('sell.total')}</span>
        <span>{totals ? format.money(totals.total) : '…'}</span>
      </p>
      <CheckoutForm
        storeId={storeId}
        currency={shop.currency}
        basket={basket}
        total={isPlaceholderData ? undefined : totals?.total}
        onPlaced={onPlaced}
      />
    </section>
  );
};
