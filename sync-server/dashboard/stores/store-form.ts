import { smallestCash } from '#shared/domain/settings/cash-increment.ts';
import type { ScaleCode } from '#shared/domain/catalog/scale-code.ts';
import { DEFAULT_FISCAL, type FiscalSettings } from '#shared/domain/fiscal/schema.ts';
import { DEFAULT_MACHINES, type MachineSettings } from '#shared/domain/payment/machine.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { parseScaled } from '#shared/i18n/parse-scaled.ts';
import type { Currency } from '#shared/kernel/money.ts';
import type { NewStore, StoreDraft } from '#shared/protocol/administration.ts';

export type RateForm = {
  /** null = not saved yet. */
  readonly id: string | null;
  readonly name: string;
  readonly percent: string;
};

/** Hours as they are typed; '' = no limit. */
export type FiscalForm = {
  readonly driver: FiscalSettings['driver'];
  readonly offlineHours: string;
  readonly offlineHoursPerMonth: string;
  readonly shiftHours: string;
};

/** A store's settings as they are typed: numbers as texts. */
export type StoreForm = Pick<
  StoreSettings,
  'storeId' | 'name' | 'chainName' | 'address' | 'currency' | 'timeZone' | 'taxInclusive'
> & {
  readonly taxRates: readonly RateForm[];
  readonly increment: string;
  readonly discountLimit: string;
  readonly scaleCodes: readonly ScaleCode[];
  readonly safetyStock: string;
  readonly machines: MachineSettings;
  readonly fiscal: FiscalForm;
};

/** Decimals of what is typed: of money and per cents, and of quantities. */
const CENTS = 2;
const THOUSANDTHS = 3;

const typed = (units: number, scale: number): string => String(units / 10 ** scale);

const incrementOf = (currency: Currency, timeZone: string, at: string): string =>
  typed(smallestCash(currency, timeZone, at), CENTS);

const ratesOf = ({ taxRates }: StoreSettings): RateForm[] =>
  taxRates.map(({ id, name, rate }) => ({ id, name: name.en, percent: typed(rate, CENTS) }));

/** Rates of the chain's other stores that a store, or one not opened yet (null), does not have, each once. */
export const offeredRates = (
  store: StoreSettings | null,
  chain: readonly StoreSettings[],
): RateForm[] => {
  const held = store?.taxRates.map(({ id }) => id) ?? [];
  const rates = chain.flatMap(ratesOf);
  return rates.filter(
    ({ id }, place) =>
      !held.some((known) => known === id) && rates.findIndex((other) => other.id === id) === place,
  );
};

const hours = (limit: number | null): string => (limit === null ? '' : String(limit));

const fiscalFormOf = (settings: FiscalSettings): FiscalForm => ({
  driver: settings.driver,
  offlineHours: hours(settings.offlineHours),
  offlineHoursPerMonth: hours(settings.offlineHoursPerMonth),
  shiftHours: hours(settings.shiftHours),
});

/** What is saved of a store, to be changed. */
export const formOf = (store: StoreSettings): StoreForm => ({
  ...store,
  taxRates: ratesOf(store),
  increment: typed(store.cashIncrement, CENTS),
  discountLimit: typed(store.discountLimit, CENTS),
  scaleCodes: store.scaleCodes ?? [],
  safetyStock: typed(store.safetyStock ?? 0, THOUSANDTHS),
  machines: store.machines ?? DEFAULT_MACHINES,
  fiscal: fiscalFormOf(store.fiscal ?? DEFAULT_FISCAL),
});

/** A new store: set up like the chain's first one, or in this computer's time zone while there is none. */
export const newForm = (
  like: StoreSettings | undefined,
  timeZone: string,
  at: string,
): StoreForm => {
  const blank = { storeId: '', name: '', address: '' };
  if (like !== undefined) return { ...formOf(like), ...blank };
  return {
    ...blank,
    chainName: '',
    currency: 'KZT',
    timeZone,
    taxInclusive: true,
    taxRates: [{ id: null, name: '', percent: '' }],
    increment: incrementOf('KZT', timeZone, at),
    discountLimit: '10',
    scaleCodes: [],
    safetyStock: '0',
    machines: DEFAULT_MACHINES,
    fiscal: fiscalFormOf(DEFAULT_FISCAL),
  };
};

/** The smallest amount in cash follows the currency. */
export const withCurrency = (form: StoreForm, currency: Currency, at: string): StoreForm => ({
  ...form,
  currency,
  increment: incrementOf(currency, form.timeZone, at),
});

const unitsOf = (text: string, scale: number): number => parseScaled(text, scale) ?? -1;

const hoursOf = (text: string): number => parseScaled(text, 0) ?? -1;

const limitOf = (text: string): number | null => (text.trim() === '' ? null : hoursOf(text));

/** What the server is asked for; what is no number is refused there, as -1. */
export const draftOf = (form: StoreForm): StoreDraft => ({
  name: form.name.trim(),
  chainName: form.chainName.trim(),
  address: form.address.trim(),
  timeZone: form.timeZone,
  taxInclusive: form.taxInclusive,
  taxRates: form.taxRates.map(({ id, name, percent }) => ({
    id,
    name: name.trim(),
    rate: unitsOf(percent, CENTS),
  })),
  cashIncrement: unitsOf(form.increment, CENTS),
  discountLimit: unitsOf(form.discountLimit, CENTS),
  scaleCodes: form.scaleCodes.map(({ holds, pattern }) => ({ holds, pattern: pattern.trim() })),
  safetyStock: unitsOf(form.safetyStock, THOUSANDTHS),
  machines: { ...form.machines, qrTemplate: form.machines.qrTemplate.trim() },
  fiscal: {
    driver: form.fiscal.driver,
    offlineHours: limitOf(form.fiscal.offlineHours),
    offlineHoursPerMonth: limitOf(form.fiscal.offlineHoursPerMonth),
    shiftHours: hoursOf(form.fiscal.shiftHours),
  },
});

export const newStoreOf = (form: StoreForm): NewStore => ({
  ...draftOf(form),
  storeId: form.storeId,
  currency: form.currency,
});
