import { IconTrendingDown } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { isOnePiece } from '#shared/domain/pricing/particulars.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { add } from '#shared/kernel/money.ts';
import type { LocalizedText } from '#shared/kernel/text.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useBasket } from '#renderer/session/till-context.ts';
import { type PriceDrop, usePriceDrops } from '#renderer/session/use-price-drops.ts';
import type { BasketPrice } from '#renderer/session/use-basket-price.ts';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { Basket } from '#renderer/ui/sell/basket.tsx';
import { BasketNote } from '#renderer/ui/sell/basket-note.tsx';
import { BasketLine } from '#renderer/ui/sell/basket-line.tsx';
import { BasketTotals } from '#renderer/ui/sell/basket-totals.tsx';
import { LineTools } from '#renderer/ui/sell/line-tools.tsx';
import { useParticularsText } from '#renderer/ui/sell/use-particulars-text.ts';
import { PayBar } from '#renderer/ui/sell/pay-bar.tsx';
import { BasketHead } from './basket-head.tsx';
import type { SellDialog } from './sell-dialog.ts';
import { useSelling } from './use-selling.ts';

type BasketPanelProps = {
  readonly price: BasketPrice;
  readonly onShow: (dialog: SellDialog) => void;
  readonly onPark: () => void;
  readonly onRepeat: () => void;
};

/** The basket with what can be done with it, always in view. Memoised: a key in the search field leaves it alone. */
export const BasketPanel = memo(function BasketPanel(props: BasketPanelProps) {
  const { price, onShow, onPark, onRepeat } = props;
  const selling = useSelling();
  const { t } = useTranslation();
  const { text, money, quantity } = useFormat();
  const basket = useBasket((state) => state.basket);
  const isPutBack = useBasket((state) => state.isPutBack);
  const change = useBasket((state) => state.change);
  const particularsText = useParticularsText();
  const taxes = useShownTaxes(price.lines);
  const { totals } = price;
  const drops = usePriceDrops();
  const chosen = basket.lines.find(({ id }) => id === basket.selected);
  return (
    <Basket
      head={
        <BasketHead
          onClear={() => onShow({ type: 'void_basket' })}
          onUndo={selling.canUndo ? selling.undo : undefined}
          onCustomer={() => onShow({ type: 'customer' })}
          onParked={() => onShow({ type: 'parked', problem: null })}
          onGiftCard={() => onShow({ type: 'gift_card' })}
        />
      }
      tools={
        <LineTools
          canCount={!isOnePiece(chosen?.particulars ?? {})}
          quantity={chosen ? quantity(chosen.quantity) : ''}
          onLess={() => {
            if (!selling.step(-1)) onShow({ type: 'void_line' });
          }}
          onMore={() => void selling.step(1)}
          onEditQuantity={() => onShow({ type: 'quantity' })}
          onDiscount={() => onShow({ type: 'discount' })}
          onDetails={() => onShow({ type: 'line' })}
          onRemove={() => onShow({ type: 'void_line' })}
        />
      }
      foot={
        <>
          {basket.note === undefined ? null : <BasketNote>{basket.note}</BasketNote>}
          {basket.buyerTaxNumber === undefined ? null : (
            <BasketNote>{`${t('fiscal.taxNumber')}: ${basket.buyerTaxNumber}`}</BasketNote>
          )}
          <PriceDrops drops={drops} />
          {isPutBack ? <Notice tone="danger">{t('void.unrecorded')}</Notice> : null}
          <BasketTotals
            count={price.lines.length}
            subtotal={money(totals.gross)}
            discount={totals.discount === 0 ? undefined : money(0 - totals.discount)}
            taxes={taxes}
            taxInclusive={basket.taxInclusive}
            total={money(totals.total)}
          />
          <PayBar
            canPay={price.lines.length > 0}
            onCash={() => onShow({ type: 'cash' })}
            onCard={() => onShow({ type: 'card' })}
            onPark={onPark}
            onMixed={() => onShow({ type: 'mixed' })}
            onRepeat={onRepeat}
            onBalance={() => onShow({ type: 'balance' })}
          />
        </>
      }
    >
      {price.lines.map((line) => (
        <BasketLine
          key={line.id}
          id={line.id}
          name={text(line.name)}
          detail={`${quantity(line.quantity)} × ${money(line.unitPrice)}`}
          total={money(line.total)}
          discount={line.net === line.gross ? undefined : money(line.net - line.gross)}
          reason={
            promotionsOf(line)
              .map((name) => text(name))
              .join(', ') || undefined
          }
          notes={particularsText(line.particulars).join('\n')}
          isChosen={line.id === basket.selected}
          onChoose={(selected) => change((before) => ({ ...before, selected }))}
        />
      ))}
    </Basket>
  );
});

/** Said so that the cashier can say it: the customer saw another price on the shelf. */
const PriceDrops = ({ drops }: { readonly drops: readonly PriceDrop[] }) => {
  const { t } = useTranslation();
  const { text, money } = useFormat();
  return (
    <div aria-live="polite">
      {drops.length === 0 ? null : (
        <Notice tone="info" icon={<IconTrendingDown size={22} />}>
          {t('sell.priceDropped')}{' '}
          {drops
            .map(({ name, from, to }) => `${text(name)}: ${money(from)} → ${money(to)}`)
            .join('; ')}
        </Notice>
      )}
    </div>
  );
};

/** By name the promotions that made its price. */
const promotionsOf = ({ discounts }: PricedLine): LocalizedText[] =>
  discounts.flatMap(({ name }) => (name ? [name] : []));

/** One row for each tax rate in the basket, by its name. */
const useShownTaxes = (lines: readonly PricedLine[]) => {
  const { t } = useTranslation();
  const { text, money } = useFormat();
  const { settings } = useReferences();
  const rates = [...new Set(lines.map(({ taxRate }) => taxRate))].filter((rate) => rate > 0);
  return rates.map((rate) => {
    const members = lines.filter(({ taxRate }) => taxRate === rate);
    const known = settings?.taxRates.find((tax) => tax.rate === rate);
    const name = known ? text(known.name) : t('sell.taxIncluded', { name: '' });
    return { name, amount: money(add(...members.map(({ tax }) => tax))) };
  });
};
