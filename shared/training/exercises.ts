import type { ExerciseId } from '../domain/training/exercise-id.ts';
import type { Operation } from '../operations/operation.ts';
import {
  shiftIsOpen,
  decidedWithNote,
  exchangedForMore,
  gaveChange,
  handedOver,
  movedCash,
  parked,
  paidInTwo,
  prepared,
  recalled,
  refundedInCash,
  soldByWeight,
  soldFromParked,
  soldSeveral,
  soldTwoInCash,
  tookBack,
  askedManager,
  closedShift,
  askedCard,
} from './step-checks.ts';

/** What the trainee did: `all` since training began, `since` the exercise was chosen; in sequence. */
export type Made = { readonly all: readonly Operation[]; readonly since: readonly Operation[] };

/** Each step's instruction stands in the words of training under its id. */
type StepDefinition = { readonly id: string; readonly isDone: (made: Made) => boolean };

type ExerciseDefinition = {
  readonly id: ExerciseId;
  /** The network is away while it is done. */
  readonly isOffline: boolean;
  readonly steps: readonly StepDefinition[];
};

/** The ten exercises: each checks itself by the operations that were made, and by nothing else. */
export const EXERCISES = [
  {
    id: 'first_sale',
    isOffline: false,
    steps: [
      { id: 'openShift', isDone: shiftIsOpen },
      { id: 'sellTwo', isDone: soldTwoInCash },
      { id: 'giveChange', isDone: gaveChange },
    ],
  },
  {
    id: 'split_payment',
    isOffline: false,
    steps: [
      { id: 'askCard', isDone: askedCard },
      { id: 'payInTwo', isDone: paidInTwo },
    ],
  },
  {
    id: 'discount',
    isOffline: false,
    steps: [{ id: 'askManager', isDone: askedManager }],
  },
  {
    id: 'weighed',
    isOffline: false,
    steps: [
      { id: 'sellSeveral', isDone: soldSeveral },
      { id: 'sellByWeight', isDone: soldByWeight },
    ],
  },
  {
    id: 'park',
    isOffline: false,
    steps: [
      { id: 'parkBasket', isDone: parked },
      { id: 'recallBasket', isDone: recalled },
      { id: 'sellRecalled', isDone: soldFromParked },
    ],
  },
  {
    id: 'pickup',
    isOffline: false,
    steps: [
      { id: 'prepareOrder', isDone: prepared },
      { id: 'handOver', isDone: handedOver },
    ],
  },
  {
    id: 'return_offline',
    isOffline: true,
    steps: [
      { id: 'takeBack', isDone: tookBack },
      { id: 'refundCash', isDone: refundedInCash },
    ],
  },
  {
    id: 'exchange',
    isOffline: false,
    steps: [{ id: 'exchangeGoods', isDone: exchangedForMore }],
  },
  {
    id: 'conflict',
    isOffline: false,
    steps: [{ id: 'decide', isDone: decidedWithNote }],
  },
  {
    id: 'shift_close',
    isOffline: false,
    steps: [
      { id: 'moveCash', isDone: movedCash },
      { id: 'closeShift', isDone: closedShift },
    ],
  },
] as const satisfies readonly ExerciseDefinition[];

export type Exercise = (typeof EXERCISES)[number];
export type StepId = Exercise['steps'][number]['id'];

/** What of an exercise is done, step by step. */
export const doneSteps = (
  { steps }: Exercise,
  made: Made,
): readonly { readonly id: StepId; readonly isDone: boolean }[] =>
  steps.map(({ id, isDone }) => ({ id, isDone: isDone(made) }));
