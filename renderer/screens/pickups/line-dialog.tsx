import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/schema.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { type Amend, type Consent, successorId } from '#shared/domain/pickup/amend.ts';
import { basketLineOf } from '#shared/domain/pricing/basket-line.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { taxRateOf } from '#shared/domain/settings/tax-rate-of.ts';
import { type Quantity, quantity as thousandths, UNIT } from '#shared/kernel/quantity.ts';
import type { Lessening } from '#renderer/commands/lessen-input.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { customerGroups } from '#renderer/session/customer-locale.ts';
import { useTill } from '#renderer/session/till-context.ts';
import { useLessening } from '#renderer/session/use-lessening.ts';
import { Chips } from '#renderer/ui/choice/chips.tsx';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { LesseningFoot } from './lessening-foot.tsx';
import { newSuffix } from './new-suffix.ts';
import { Substitute } from './substitute.tsx';
import classes from './pickups.module.css';

type LineDialogProps = {
  readonly order: Order;
  readonly line: PricedLine;
  /** How much of it is meant at first. */
  readonly count: Quantity;
  readonly onClose: () => void;
};

const REASONS = ['short', 'damaged', 'substituted', 'refused'] as const;
type Reason = (typeof REASONS)[number];

/** What is the matter with one line of an order: how much of it, and what takes its place. */
export const LineDialog = ({ line, ...props }: LineDialogProps) => {
  const { t } = useTranslation();
  const { text } = useFormat();
  return (
    <Dialog
      title={t('pickupWork.lineTitle', { name: text(line.name) })}
      onClose={props.onClose}
      width={560}
    >
      <LineForm line={line} {...props} />
    </Dialog>
  );
};

const LineForm = ({ order, line, count: first, onClose }: LineDialogProps) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState<Reason>('short');
  const [count, setCount] = useState<Quantity>(first);
  const [substitute, setSubstitute] = useState<Product | null>(null);
  const [consent, setConsent] = useState<Consent | null>(null);
  const isReplaced = reason === 'substituted';
  const { settings } = useReferences();
  const isUntaxed =
    substitute !== null && taxRateOf(settings?.taxRates ?? [], substitute.taxRateId) === null;
  const replacement = isReplaced && !isUntaxed ? substitute : null;
  const priced = useSubstituteLine(order, line, replacement, count);
  const [suffix] = useState(newSuffix);
  const amend: Amend = {
    reason,
    parts: [{ lineId: line.id, quantity: count }],
    substitutes: priced ? [priced] : [],
    consent: isReplaced ? consent : null,
    suffix,
  };
  const lessening: Lessening = { type: 'amend', amend };
  const isWhole = !isReplaced || (priced !== null && consent !== null);
  const plan = useLessening(order, lessening);
  return (
    <div className={classes['form']}>
      <Chips
        label={t('pickupWork.lines')}
        options={REASONS.map((id) => ({ id, label: t(`pickupWork.${id}`) }))}
        chosen={reason}
        onChoose={setReason}
      />
      <HowMany line={line} count={count} onCount={setCount} />
      {isReplaced ? (
        <Substitute
          line={line}
          count={count}
          priced={priced}
          isUntaxed={isUntaxed}
          consent={consent}
          onChoose={setSubstitute}
          onConsent={setConsent}
        />
      ) : null}
      <LesseningFoot
        plan={plan}
        label={t(isReplaced ? 'pickupWork.replace' : 'pickupWork.takeOut')}
        disabled={!isWhole}
        onDone={onClose}
      />
    </div>
  );
};

/** The replacement as a line of the order, at its price of now for who ordered; named after the line whose place it takes. */
const useSubstituteLine = (
  order: Order,
  line: PricedLine,
  product: Product | null,
  count: Quantity,
): PricedLine | null => {
  const { store } = useTill();
  const { settings, promotions, prices } = useReferences();
  const [suffix] = useState(newSuffix);
  if (!product || !settings) return null;
  const groupIds = customerGroups(order, store.view);
  const price = prices.priceOf(product, store.time.now(), groupIds);
  const lines = [basketLineOf(product, successorId(line.id, suffix), count, settings, price)];
  const basket = {
    taxInclusive: order.taxInclusive,
    lines,
    discount: null,
    buyer: { groupIds, codes: [] },
  };
  return priceBasket(basket, promotions, store.time.now()).lines[0] ?? null;
};

type HowManyProps = {
  readonly line: PricedLine;
  readonly count: Quantity;
  readonly onCount: (count: Quantity) => void;
};

/** Pieces are counted; of weighed goods the whole line is meant. */
const HowMany = ({ line, count, onCount }: HowManyProps) => {
  const { t } = useTranslation();
  const { quantity } = useFormat();
  if (line.unit !== 'piece' || line.quantity <= UNIT) return null;
  const step = (by: number): void => onCount(thousandths(count + by * UNIT));
  return (
    <div className={classes['stepper']}>
      <span>{t('pickupWork.howMany')}</span>
      <Button disabled={count <= UNIT} aria-label="−" onClick={() => step(-1)}>
        −
      </Button>
      <strong>
        {quantity(count)} / {quantity(line.quantity)}
      </strong>
      <Button disabled={count >= line.quantity} aria-label="+" onClick={() => step(1)}>
        +
      </Button>
    </div>
  );
};
