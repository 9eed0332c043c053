import { useEffect, useState } from 'react';
import { quickNotes } from '#shared/domain/payment/quick-notes.ts';
import { isForProducts } from '#shared/domain/payment/schema.ts';
import { cashDue, type Offer } from '#shared/domain/payment/settle.ts';
import { cashOffer, leftToPay, type Paying } from '#shared/domain/payment/split.ts';
import { type Minor, minor, ZERO } from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import { CashDialog } from './cash-dialog.tsx';
import { GiveBackDialog } from './give-back-dialog.tsx';
import { PartDialog } from './part-dialog.tsx';
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

/** So much is asked of a machine, less than what is left; `beside`: what else was given. */
type MachinePart = NonNullable<Paying['byMachine']> & { readonly beside: readonly Offer[] };

/** What of it machines took already, and how one of these parts is given back. */
type TakenParts = {
  readonly parts: readonly Offer[];
  readonly onGiveBack: (offerId: string) => void;
};

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
  /** Left out = nothing. */
  readonly taken?: TakenParts;
  /** Left out = one machine at most pays here, and the last of it. */
  readonly onPart?: ((part: MachinePart) => void) | undefined;
  /** Hears what is left to pay; null = nothing is paid yet. Left out = nobody else shows it. */
  readonly onLeft?: (left: Minor | null) => void;
  readonly isBusy: boolean;
  /** Why it was not paid, in the reader's language; what was entered stays. */
  readonly problem: string | null;
  /** Without what machines took already. */
  readonly onPay: (paying: Paying) => void;
  readonly onClose: () => void;
};

/** What is due is paid, in one tender or in several; the last of them pays what is left. */
export const PaymentDialog = ({ due, coins, askStoredValue, ...props }: PaymentDialogProps) => {
  const { first, askPoints, taken, onPart, onLeft, isBusy, problem, onPay, onClose } = props;
  const parts = taken?.parts ?? [];
  const [view, setView] = useState<PaymentView>(first);
  const [added, setAdded] = useState<readonly Offer[]>([]);
  const [giveBack, setGiveBack] = useState<Offer | null>(null);
  const [isAlone, setAlone] = useState(first === 'cash');
  const given = [...parts, ...added];
  const left = leftToPay(due, given);
  const shown = given.length > 0 ? left : null;
  useEffect(() => {
    onLeft?.(shown);
    return () => onLeft?.(null);
  }, [onLeft, shown]);
  const { byValue = due } = props;
  const ofValue = given.filter(({ tender }) => isForProducts(tender));
  const leftByValue = minor(Math.min(left, leftToPay(byValue, ofValue)));
  const choose = (): void => {
    setAlone(false);
    setView('choice');
  };
  const give = (offer: Offer): void => {
    setAdded((before) => [...before, offer]);
    choose();
  };
  const remove = (id: string): void => {
    const part = parts.find((offer) => offer.id === id);
    if (part) setGiveBack(part);
    else setAdded((before) => before.filter((offer) => offer.id !== id));
  };
  if (giveBack)
    return (
      <GiveBackDialog
        part={giveBack}
        isBusy={isBusy}
        onGiveBack={() => {
          taken?.onGiveBack(giveBack.id);
          setGiveBack(null);
        }}
        onClose={() => setGiveBack(null)}
      />
    );
  switch (view) {
    case 'choice':
      return (
        <PaymentChoice
          left={left}
          given={given}
          taken={parts}
          mayUseValue={left === 0 || leftByValue > 0}
          mayUsePoints={askPoints !== undefined && given.every(({ tender }) => tender !== 'points')}
          isBusy={isBusy}
          problem={problem}
          onView={setView}
          onRemove={remove}
          onMachine={(tender) => onPay({ offers: added, byMachine: { tender, amount: left } })}
          onComplete={() => onPay({ offers: added, byMachine: null })}
          onClose={parts.length > 0 ? undefined : onClose}
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
            onPay({ offers: [...added, cashOffer(crypto.randomUUID(), received)], byMachine: null })
          }
          onClose={isAlone ? onClose : choose}
        />
      );
    }
    case 'part':
      return (
        <PartDialog
          left={left}
          increment={coins.increment}
          onGive={give}
          onMachine={
            onPart &&
            ((tender, amount) => {
              onPart({ tender, amount, beside: added });
              choose();
            })
          }
          onClose={choose}
        />
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
