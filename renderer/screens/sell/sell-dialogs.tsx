import { useTranslation } from 'react-i18next';
import { useBasket } from '#renderer/session/till-context.ts';
import type { BasketPrice } from '#renderer/session/use-basket-price.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { BalanceDialog } from './balance-dialog.tsx';
import { BasketDiscount } from './basket-discount.tsx';
import { BasketPayment } from './basket-payment.tsx';
import { MachinePayment } from './machine-payment.tsx';
import { CodeDialog } from './code-dialog.tsx';
import { CustomerDialog } from './customer-dialog.tsx';
import { GiftCardDialog } from './gift-card-dialog.tsx';
import { LineDialog } from './line-dialog.tsx';
import { ParkedDialog } from './parked-dialog.tsx';
import { QuantityDialog } from './quantity-dialog.tsx';
import type { SellDialog } from './sell-dialog.ts';
import { ReservedDialog } from './reserved-dialog.tsx';
import { SoldDialog } from './sold-dialog.tsx';
import { TaxNumberDialog } from './tax-number-dialog.tsx';
import { VoidDialog } from './void-dialog.tsx';
import type { Selling } from './use-selling.ts';

type SellDialogsProps = {
  readonly dialog: SellDialog;
  readonly price: BasketPrice;
  readonly selling: Selling;
  readonly onShow: (dialog: SellDialog | null) => void;
  readonly onScan: (code: string) => Promise<boolean>;
};

/** Whatever lies over the sell screen. */
export const SellDialogs = ({ dialog, price, selling, onShow, onScan }: SellDialogsProps) => {
  const { t } = useTranslation();
  const { text, money } = useFormat();
  const basket = useBasket((state) => state.basket);
  const chosen = basket.lines.find(({ id }) => id === basket.selected);
  const close = (): void => onShow(null);

  switch (dialog.type) {
    case 'quantity':
      return chosen ? (
        <QuantityDialog
          of={chosen}
          onClose={close}
          onSet={(quantity) => {
            selling.set(quantity);
            close();
          }}
        />
      ) : null;
    case 'line':
      return chosen ? (
        <LineDialog
          name={text(chosen.name)}
          notes={{ line: chosen.particulars?.note ?? '', sale: basket.note ?? '' }}
          onMove={selling.move}
          onClose={close}
          onSave={(notes) => {
            selling.write(notes);
            close();
          }}
        />
      ) : null;
    case 'void_line':
      return chosen ? (
        <VoidDialog
          title={t('sell.removeLine')}
          what={text(chosen.name)}
          reasons={['mistake', 'changed_mind', 'price', 'unfit', 'other']}
          submitLabel={t('void.line')}
          onClose={close}
          onVoid={(reason) => {
            selling.remove(reason);
            close();
          }}
        />
      ) : null;
    case 'void_basket':
      return (
        <VoidDialog
          title={t('sell.clear')}
          what={t('void.total', { amount: money(price.totals.total) })}
          reasons={['changed_mind', 'cannot_pay', 'mistake', 'price', 'other']}
          submitLabel={t('sell.clear')}
          onClose={close}
          onVoid={(reason) => {
            selling.clear(reason);
            close();
          }}
        />
      );
    case 'discount':
      return (
        <BasketDiscount price={price} onCode={() => onShow({ type: 'code' })} onClose={close} />
      );
    case 'code':
      return <CodeDialog onClose={close} />;
    case 'customer':
      return <CustomerDialog onTaxNumber={() => onShow({ type: 'tax_number' })} onClose={close} />;
    case 'tax_number':
      return <TaxNumberDialog onClose={close} />;
    case 'parked':
      return <ParkedDialog problem={dialog.problem} onClose={close} />;
    case 'gift_card':
      return <GiftCardDialog onClose={close} />;
    case 'balance':
      return <BalanceDialog onClose={close} />;
    case 'cash':
      return <BasketPayment price={price} first="cash" onShow={onShow} />;
    case 'mixed':
      return <BasketPayment price={price} first="choice" onShow={onShow} />;
    case 'card':
      return <MachinePayment tender="card" onShow={onShow} />;
    case 'reserved': {
      const { product, level } = dialog;
      return (
        <ReservedDialog
          product={product}
          level={level}
          onSell={close}
          onTakeOut={() => {
            selling.takeOut(product.sku);
            close();
          }}
        />
      );
    }
    case 'sold':
      return (
        <SoldDialog
          orderId={dialog.orderId}
          isCashLeft={dialog.isCashLeft}
          onNext={close}
          onScan={(code) => {
            close();
            return onScan(code);
          }}
        />
      );
  }
};
