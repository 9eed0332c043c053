import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftedLine, LineDraft } from '#renderer/session/return-draft.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { QuantityStepper } from '#renderer/ui/sell/quantity-stepper.tsx';
import classes from './returns.module.css';

type ReturnLineProps = {
  readonly name: string;
  readonly line: DraftedLine;
  readonly draft: LineDraft;
  /** What it gives back now, or what it cost while it does not come back. */
  readonly amount: string;
  readonly isChosen: boolean;
  /** Why it is not taken back, or only so. */
  readonly hint: string | null;
  /** There is no telling how much there was of it. */
  readonly isUnbounded?: boolean;
  readonly onToggle: () => void;
  readonly onStep: (by: 1 | -1) => void;
  /** Reason and condition, once it comes back. */
  readonly children: ReactNode;
};

/** A line of the purchase: whether it comes back, how much of it, and why. */
export const ReturnLine = (props: ReturnLineProps) => {
  const { name, line, draft, amount, isChosen, hint, isUnbounded = false } = props;
  const { onToggle, onStep, children } = props;
  const { t } = useTranslation();
  const { quantity } = useFormat();
  const isTaken = draft.quantity > 0;
  const isGone = line.left === 0;
  const count = quantity(draft.quantity);
  const counted = isUnbounded
    ? count
    : t('returns.of', { quantity: count, left: quantity(line.left) });
  return (
    <li
      className={classes['line']}
      data-chosen={isChosen || undefined}
      data-taken={isTaken || undefined}
    >
      <div className={classes['lineHead']}>
        <button
          type="button"
          className={classes['check']}
          aria-pressed={isTaken}
          aria-label={t('returns.pick', { name })}
          disabled={isGone}
          onClick={onToggle}
        >
          <span className={classes['mark']}>
            <IconCheck size={20} stroke={3} aria-hidden />
          </span>
          <span className={classes['name']}>
            {name}
            {hint === null ? null : <span className={classes['hint']}>{hint}</span>}
          </span>
        </button>
        {isGone ? null : (
          <QuantityStepper
            quantity={counted}
            canLess={isTaken}
            canMore={draft.quantity < line.left}
            onLess={() => onStep(-1)}
            onMore={() => onStep(1)}
          />
        )}
        <span className={classes['amount']}>{amount}</span>
      </div>
      {isTaken ? children : null}
    </li>
  );
};
