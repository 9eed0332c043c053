import { useState } from 'react';
import { quickNotes } from '#shared/domain/payment/quick-notes.ts';
import { isForProducts } from '#shared/domain/payment/schema.ts';
import { cashDue, type Offer } from '#shared/domain/payment/settle.ts';
import { cashOffer, leftToPay, type Paying } from '#shared/domain/payment/split.ts';
import { type Minor, minor, ZERO } from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import { CashDialog } from './cash-dialog.tsx';
import { CashPartDialog } from './cash-part-dialog.tsx';
import { PaymentChoice } from './payment-choice.tsx';
import type { PaymentView } from './payment-view.ts';
import { type AskPoints, PointsDialog } from './points-dialog.tsx';
import { StoredValueDialog } from './stored-value-dialog.tsx';

/** A gift card or store credit that is to pay a part. */
type StoredValuePart = {
  readonly tender: 'gift_card' | 'store_credit';
  readonly code: string;
  readonly left: Minor;
  readonly beside: readonly Offer[];
};

/** How much of it pays, or why nothing does, in the reader's language. */
type AskStoredValue = (part: StoredValuePart) => Promise<Result<Offer, string>>;

type PaymentDialogProps = {
  /** To be paid, unrounded. */
  readonly due: Minor;
  /** What of it gift cards, store credit and points may pay, minor units; left out = all of it. */
  readonly byValue?: Minor;
  /** Smallest coin, and the notes there are. */
  readonly coins: { readonly increment: number; readonly notes: readonly Minor[] };
  readonly first: 'cash' | 'choice';
  readonly askStoredValue: AskStoredValue;
  /** Left out = points pay nothing here. */
  readonly askPoints?: AskPoints | undefined;
  readonly isBusy: boolean;
  /** Why it was not paid, in the reader's language; what was entered stays. */
  readonly problem: string | null;
  readonly onPay: (paying: Paying) => void;
  readonly onClose: () => void;
};

/** What is due is paid, in one tender or in several; the last of them pays what is left. */
export const PaymentDialog = ({ due, coins, askStoredValue, ...props }: PaymentDialogProps) => {
  const { first, askPoints, isBusy, problem, onPay, onClose } = props;
  const [view, setView] = useState<PaymentView>(first);
  const [given, setGiven] = useState<readonly Offer[]>([]);
  const [isAlone, setAlone] = useState(first === 'cash');
  const left = leftToPay(due, given);
  const { byValue = due } = props;
  const ofValue = given.filter(({ tender }) => isForProducts(tender));
  const leftByValue = minor(Math.min(left, leftToPay(byValue, ofValue)));
  const choose = (): void => {
    setAlone(false);
    setView('choice');
  };
  const give = (offer: Offer): void => {
    setGiven((before) => [...before, offer]);
    choose();
  };
  switch (view) {
    case 'choice':
      return (
        <PaymentChoice
          left={left}
          given={given}
          mayUseValue={left === 0 || leftByValue > 0}
          mayUsePoints={askPoints !== undefined && given.every(({ tender }) => tender !== 'points')}
          isBusy={isBusy}
          problem={problem}
          onView={setView}
          onRemove={(id) => setGiven((before) => before.filter((offer) => offer.id !== id))}
          onMachine={(tender) => onPay({ offers: given, byMachine: { tender, amount: left } })}
          onComplete={() => onPay({ offers: given, byMachine: null })}
          onClose={onClose}
        />
      );
    case 'cash': {
      const inCash = cashDue(left, ZERO, coins.increment);
      return (
        <CashDialog
          due={inCash}
          notes={quickNotes(inCash, coins.notes)}
          isBusy={isBusy}
          problem={problem ?? undefined}
          onOther={isAlone ? choose : undefined}
          onComplete={(received) =>
            onPay({ offers: [...given, cashOffer(crypto.randomUUID(), received)], byMachine: null })
          }
          onClose={isAlone ? onClose : choose}
        />
      );
    }
    case 'cashPart':
      return (
        <CashPartDialog left={left} increment={coins.increment} onGive={give} onClose={choose} />
      );
    case 'points':
      return askPoints ? (
        <PointsDialog left={leftByValue} ask={askPoints} onGive={give} onClose={choose} />
      ) : null;
    case 'gift_card':
    case 'store_credit':
      return (
        <StoredValueDialog
          tender={view}
          ask={(code) => askStoredValue({ tender: view, code, left: leftByValue, beside: given })}
          onGive={give}
          onClose={choose}
        />
      );
  }
};
