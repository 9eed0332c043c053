import { createRandom, type Random } from './random.ts';

export const ACTS = [
  'sell',
  'takeBack',
  'prepare',
  'handOver',
  'receiveStock',
  'adjustStock',
  'count',
  'writeOff',
  'sendTransfer',
  'takeTransferIn',
  'takeDeliveryIn',
  'signIn',
  'pick',
  'amend',
  'handOverPart',
  'handOverByCode',
  'pay',
  'cancelAtCounter',
  'release',
  'extend',
  'move',
  'arrive',
  'putBack',
  'exchange',
  'takeBackBlind',
  'resolve',
] as const;

const WEB_ACTS = [
  'cancelOrder',
  'editOrder',
  'moveOrder',
  'payOrder',
  'refundOrder',
  'expireOrder',
] as const;

const HAPPENINGS = [
  'placeOrder',
  'answerRefunds',
  'repeatOrders',
  'cutOff',
  'connect',
  'stopTill',
  'startTill',
  'loseState',
  'stateGoesBack',
  'putOldCopyBack',
  'clockJumps',
  'revoke',
  'lookAtScreen',
  'stopServer',
  'stopServerBeforeWrite',
  'startServer',
  'databaseFails',
  'poison',
  'strike',
  'backUp',
  'restore',
  'wait',
] as const;

export type ActType = (typeof ACTS)[number];
export type WebStepType = (typeof WEB_ACTS)[number];
export type StepType = ActType | WebStepType | (typeof HAPPENINGS)[number];

/** What happens to the shops from outside their code, and how long it takes until the next thing does. */
export type Step = {
  readonly type: StepType;
  /** Which till it is about, if about any. */
  readonly till: number;
  /** Decides the details, and what happens meanwhile. */
  readonly seed: number;
  readonly milliseconds: number;
};

/** What a history is made of, decided by its seed alone. */
export type Plan = {
  readonly seed: number;
  readonly tills: number;
  readonly stores: number;
  /** The most operations in a batch and documents in a page: small shops shall have many of both. */
  readonly batchLimit: number;
  readonly pageLimit: number;
  /** How often machines stop to wait at a gate. */
  readonly stops: number;
  readonly weather: {
    readonly loss: number;
    readonly duplication: number;
    readonly slowness: number;
  };
  readonly steps: readonly Step[];
};

const everyday: readonly StepType[] = [
  'sell',
  'sell',
  'sell',
  'sell',
  'takeBack',
  'takeBack',
  'placeOrder',
  'placeOrder',
  'prepare',
  'handOver',
  'handOver',
  'adjustStock',
  'receiveStock',
  'wait',
];

/** What is done to web orders in stores and at their channel; where much of it happens it meets. */
const pickups: readonly StepType[] = [
  'pick',
  'prepare',
  'amend',
  'amend',
  'handOver',
  'handOverPart',
  'handOverPart',
  'handOverByCode',
  'pay',
  'cancelAtCounter',
  'release',
  'extend',
  'move',
  'arrive',
  'putBack',
  'putBack',
  'exchange',
  'takeBackBlind',
  'resolve',
  'resolve',
  'cancelOrder',
  'editOrder',
  'editOrder',
  'moveOrder',
  'payOrder',
  'refundOrder',
  'answerRefunds',
  'expireOrder',
];

/** What is done in the stock room while others sell. */
const stockRoom: readonly StepType[] = [
  'count',
  'count',
  'count',
  'writeOff',
  'sendTransfer',
  'sendTransfer',
  'takeTransferIn',
  'takeTransferIn',
  'takeDeliveryIn',
];

const trouble: readonly StepType[] = [
  'cancelOrder',
  'repeatOrders',
  'cutOff',
  'connect',
  'stopTill',
  'startTill',
  'loseState',
  'stateGoesBack',
  'clockJumps',
  'stopServer',
  'startServer',
  'databaseFails',
  'strike',
  'stopServerBeforeWrite',
  'signIn',
  'lookAtScreen',
  'lookAtScreen',
];

/** These change what must be true afterwards, so most histories have none of them. */
const rare: readonly StepType[] = ['putOldCopyBack', 'revoke', 'poison', 'backUp', 'restore'];

/** A history meets some troubles often and others never: mixtures of everything hide what a few do together. */
const menuOf = (random: Random): StepType[] => {
  const isDire = random.chance(0.3);
  const some = (types: readonly StepType[], probability: number): StepType[] =>
    types
      .filter(() => random.chance(probability))
      .flatMap((type) => Array<StepType>(1 + random.below(isDire ? 4 : 2)).fill(type));
  return [
    ...everyday,
    ...pickupsOf(random, some),
    ...(random.chance(0.6) ? some(stockRoom, 0.6) : []),
    ...some(trouble, isDire ? 0.3 : 0.55),
    ...some(rare, isDire ? 0.6 : 0.15),
    ...(random.chance(0.25) ? (['backUp', 'restore'] as const) : []),
    ...(random.chance(0.2) ? (['lookAtScreen', 'lookAtScreen', 'lookAtScreen'] as const) : []),
  ];
};

/** Orders come in and every till hears of them, before anything goes wrong. */
const opening: readonly StepType[] = ['placeOrder', 'placeOrder', 'receiveStock', 'sell'];

const openingOf = (random: Random, tills: number): Step[] => {
  if (random.chance(0.3)) return [];
  const steps = Array.from({ length: 3 + random.below(4) }, () =>
    stepOf(random.pick(opening) ?? 'wait', random, tills),
  );
  return [...steps, { ...stepOf('wait', random, tills), milliseconds: FIRST_NEWS }];
};

/** A shop that sells, one that does a bit of everything, or one that lives by its web orders. */
const pickupsOf = (
  random: Random,
  some: (types: readonly StepType[], probability: number) => StepType[],
): StepType[] => {
  if (random.chance(0.2)) return [];
  if (random.chance(0.4)) return some(pickups, 0.4);
  return [...pickups, ...pickups, 'placeOrder', 'placeOrder', 'placeOrder', 'cutOff', 'connect'];
};

/** Longer than a till waits until it asks for news. */
const FIRST_NEWS = 40_000;

const lengthOf = (random: Random): number => {
  if (random.chance(0.3)) return 0;
  return random.chance(0.8) ? random.below(400) : random.below(25_000);
};

const stepOf = (type: StepType, random: Random, tills: number): Step => ({
  type,
  till: random.below(tills),
  seed: random.seed(),
  milliseconds: lengthOf(random),
});

const badWeather = (random: Random) => ({
  loss: random.chance(0.5) ? 0 : random.next() * 0.4,
  duplication: random.chance(0.5) ? 0 : random.next() * 0.5,
  slowness: random.chance(0.5) ? 0 : random.next() * 0.3,
});

/** `more`: what is to happen often in this history, whatever else does. */
export const planOf = (seed: number, more: readonly StepType[] = []): Plan => {
  const random = createRandom(seed);
  const menu = [...menuOf(random), ...more];
  const tills = 2 + random.below(random.chance(0.3) ? 5 : 2);
  const stepCount = 12 + random.below(random.chance(0.2) ? 70 : 30);
  return {
    seed,
    tills,
    stores: random.chance(0.4) ? 2 : 1,
    batchLimit: random.chance(0.5) ? 200 : 1 + random.below(4),
    pageLimit: random.chance(0.5) ? 1000 : 1 + random.below(4),
    stops: random.chance(0.4) ? 0.02 : random.next() * 0.5,
    weather: badWeather(random),
    steps: [
      ...openingOf(random, tills),
      ...Array.from({ length: stepCount }, () =>
        stepOf(random.pick(menu) ?? 'wait', random, tills),
      ),
    ],
  };
};

const describe = ({ type, till, seed, milliseconds }: Step): string =>
  `${type}, till ${till}, seed ${seed}, then ${milliseconds} ms`;

export const describePlan = ({ steps, ...plan }: Plan): string =>
  [JSON.stringify(plan), ...steps.map((step, index) => `${index + 1}. ${describe(step)}`)].join(
    '\n',
  );
