import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type DisplayContent, openTillSide, type TillSide } from '../host/customer-display.ts';
import type { MachineView } from '../host/machine-desk.ts';
import { usePickupQueue } from '../queries/use-pickup-queue.ts';
import { useReferences } from '../queries/use-references.ts';
import { useFormat } from '../ui/language/use-format.ts';
import { useBasketPrice } from './use-basket-price.ts';
import { useBasket, useSession } from './till-context.ts';
import { useMachineView } from './use-machine-view.ts';
import { useKnownPoints } from './use-points.ts';

/** As many numbers as a customer finds their own among. */
const MOST_READY = 24;

/** What the customer scans, while a machine waits for it. */
const paymentOf = (
  machine: MachineView | null,
  money: ReturnType<typeof useFormat>['money'],
): DisplayContent['payment'] =>
  machine === null || machine.code === null
    ? null
    : { code: machine.code, amount: money(machine.amount, machine.currency) };

/**
 * Keeps the customer's display at what the basket holds; with no display open nobody hears it. At a till where nobody is
 * signed in it shows what stands ready: whose basket it was may have gone, and who comes by next does not read it.
 */
export const useCustomerDisplay = (): void => {
  const { t } = useTranslation();
  const { money, quantity, text, locale } = useFormat();
  const isSignedIn = useSession((state) => state.signedIn !== null);
  const { lines, totals } = useBasketPrice();
  const left = useBasket((state) => state.left);
  const { settings } = useReferences();
  const queue = usePickupQueue();
  const customerId = useBasket((state) => state.basket.customer?.id ?? null);
  const points = useKnownPoints(isSignedIn ? customerId : null)?.balance ?? null;
  const machine = useMachineView();
  const side = useRef<TillSide | null>(null);

  useEffect(() => {
    const opened = openTillSide();
    side.current = opened;
    return () => opened.close();
  }, []);

  useEffect(() => {
    const ready = (queue ?? [])
      .filter(({ isOpen, order }) => isOpen && order.pickup?.state === 'prepared')
      .flatMap(({ order }) => order.number ?? []);
    const basket = isSignedIn ? { lines, ...totals } : { lines: [], discount: 0, total: 0 };
    side.current?.show({
      locale,
      store: settings?.name ?? '',
      lines: basket.lines.map((line) => ({
        id: line.id,
        name: text(line.name),
        detail: `${quantity(line.quantity)} × ${money(line.unitPrice)}`,
        total: money(line.total),
      })),
      discount: basket.discount === 0 ? null : money(0 - basket.discount),
      total: money(basket.total),
      left: left === null ? null : money(left),
      points: points === null ? null : t('points.count', { count: points }),
      payment: paymentOf(machine, money),
      ready: ready.slice(0, MOST_READY),
    });
  }, [
    isSignedIn,
    lines,
    totals,
    left,
    points,
    queue,
    machine,
    settings,
    t,
    money,
    quantity,
    text,
    locale,
  ]);
};
