import { useState } from 'react';
import type { HandOverProof } from '#shared/domain/pickup/schema.ts';
import { tokenKindOf } from '#shared/tokens/token-text.ts';
import {
  numberOfCode,
  openByCode,
  proveByDigits,
  type ScannedPickup,
} from '../commands/prove-pickup.ts';
import { useTill } from './till-context.ts';
import { useCommand } from './use-command.ts';
import type { ShownProblem } from './use-problem-text.ts';

/** What was shown of one order: that the goods are this person's, and who that is. */
export type Shown = { readonly proof: HandOverProof | null; readonly collectedBy: string };

const NOTHING: Shown = { proof: null, collectedBy: '' };

/** A code that opened nothing; `number` of its order, null = it proves nothing. */
type Refused = { readonly number: string | null; readonly problem: ShownProblem };

export type PickupDesk = {
  /** Opens the order of a customer's code; null when the scan is none, or opens nothing: `refused` says why. */
  readonly scan: (text: string) => Promise<ScannedPickup | null>;
  readonly isCode: (text: string) => boolean;
  /** Six digits, as far as they are typed; the sixth has them checked. */
  readonly enterDigits: (orderId: string, digits: string) => void;
  readonly digitsOf: (orderId: string) => string;
  readonly shownOf: (orderId: string) => Shown;
  readonly show: (orderId: string, shown: Partial<Shown>) => void;
  /** An order known from its customer's code alone. */
  readonly byCode: ScannedPickup | null;
  /** Of whatever order is chosen, it is about another. */
  readonly refused: Refused | null;
  /** Of digits; said where they were entered. */
  readonly problem: ShownProblem | null;
  readonly forgetProblem: () => void;
  /** The order is done with: its proof is worth nothing any more. */
  readonly forget: (orderId: string) => void;
};

const DIGITS = 6;

/** Who stands at the counter for which order, as far as it was shown. */
export const usePickupDesk = (): PickupDesk => {
  const [shown, setShown] = useState<ReadonlyMap<string, Shown>>(new Map());
  const [digits, setDigits] = useState<ReadonlyMap<string, string>>(new Map());
  const [byCode, setByCode] = useState<ScannedPickup | null>(null);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const { store } = useTill();
  const opening = useCommand(openByCode);
  const proving = useCommand(proveByDigits);

  const shownOf = (orderId: string): Shown => shown.get(orderId) ?? NOTHING;
  const show = (orderId: string, more: Partial<Shown>): void =>
    setShown((before) => {
      const known = before.get(orderId) ?? NOTHING;
      return new Map([...before, [orderId, { ...known, ...more }]]);
    });
  const setDigitsOf = (orderId: string, typed: string): void =>
    setDigits((before) => new Map([...before, [orderId, typed]]));

  const scan = async (text: string): Promise<ScannedPickup | null> => {
    const opened = await opening.run(text);
    setProblem(null);
    setRefused(
      opened.ok ? null : { number: await numberOfCode(store, text), problem: opened.problem },
    );
    if (!opened.ok) return null;
    show(opened.value.order.id, { proof: { type: 'code' } });
    if (opened.value.isByCode) setByCode(opened.value);
    return opened.value;
  };
  const check = async (orderId: string, typed: string): Promise<void> => {
    setRefused(null);
    const proven = await proving.run({ orderId, digits: typed });
    setProblem(proven.ok ? null : proven.problem);
    if (proven.ok) show(orderId, { proof: proven.value });
    setDigitsOf(orderId, '');
  };
  return {
    scan,
    isCode: (text) => tokenKindOf(text) === 'pickup_code',
    enterDigits: (orderId, typed) => {
      const entered = typed.replaceAll(/\D/g, '').slice(0, DIGITS);
      setDigitsOf(orderId, entered);
      if (entered.length === DIGITS) void check(orderId, entered);
    },
    digitsOf: (orderId) => digits.get(orderId) ?? '',
    shownOf,
    show,
    byCode,
    refused,
    problem,
    forgetProblem: () => {
      setProblem(null);
      setRefused(null);
    },
    forget: (orderId) => {
      show(orderId, NOTHING);
      setByCode((known) => (known?.order.id === orderId ? null : known));
    },
  };
};
