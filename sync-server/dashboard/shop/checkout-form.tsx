import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import type { Currency, Minor } from '#shared/kernel/money.ts';
import type { OrderRequest } from '#shared/protocol/channel.ts';
import { useProblemText } from '../parts/use-problem-text.ts';
import type { Chosen } from './basket.ts';
import classes from './checkout-form.module.css';
import { CustomerFields } from './customer-fields.tsx';
import { type Payment, PaymentChoice } from './payment-choice.tsx';
import { linesOf, usePlaceOrder } from './use-shop.ts';

type CheckoutFormProps = {
  readonly storeId: string;
  readonly currency: Currency;
  readonly basket: readonly Chosen[];
  /** What the customer sees; undefined while it is worked out. */
  readonly total: Minor | undefined;
  readonly onPlaced: (orderId: string) => void;
};

/** Not `randomUUID`: the demo may be opened from another machine, without TLS. */
const newKey = (): string => Array.from(crypto.getRandomValues(new Uint32Array(4))).join('-');

/** A key for each content: sent again it is the same order, changed it is another. */
const useKeyOf = (content: string): string =>
  useMemo(() => `${newKey()}-${content.length}`, [content]);

export const CheckoutForm = ({ storeId, currency, basket, total, onPlaced }: CheckoutFormProps) => {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [customer, setCustomer] = useState({ name: '', phone: '' });
  const [payment, setPayment] = useState<Payment>('now');
  const { mutate, error, isPending } = usePlaceOrder();
  const content = { storeId, currency, customer, lines: linesOf(basket) };
  const key = useKeyOf(JSON.stringify([content, total, payment]));
  const place = (): void => {
    if (total === undefined) return;
    const paid = payment === 'now' ? { amount: total, reference: null } : null;
    const request: OrderRequest = { ...content, total, payment: paid };
    mutate({ request, key }, { onSuccess: ({ id }) => onPlaced(id) });
  };
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        place();
      }}
    >
      <CustomerFields value={customer} onChange={setCustomer} />
      <PaymentChoice value={payment} onChange={setPayment} />
      <div role="alert">
        {error === null ? null : (
          <Notice tone="danger" icon={<IconAlertTriangle size={20} aria-hidden />}>
            {problemText(error.problem)}
          </Notice>
        )}
      </div>
      <div className={classes['foot']}>
        <Button
          type="submit"
          tone="primary"
          size="large"
          isWide
          isBusy={isPending}
          disabled={total === undefined}
        >
          {t('shop.place')}
        </Button>
      </div>
    </form>
  );
};
