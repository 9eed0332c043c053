import type { PointsRule } from '#shared/domain/points/schema.ts';
import { parseScaled } from '#shared/i18n/parse-scaled.ts';

/** The rule of points as it is typed; `worth` in whole units of money, '' = no limit. */
export type PointsForm = {
  readonly isOn: boolean;
  readonly perHundred: string;
  readonly worth: string;
  readonly smallestSpend: string;
  readonly asTender: boolean;
  readonly offlineLimit: string;
};

/** Decimals of money. */
const CENTS = 2;

/** What stands in the fields before anybody filled them in: a hundredth of what is paid comes back. */
const PROPOSED: PointsForm = {
  isOn: false,
  perHundred: '1',
  worth: '1',
  smallestSpend: '1',
  asTender: false,
  offlineLimit: '500',
};

export const pointsFormOf = (rule: PointsRule | null | undefined): PointsForm =>
  rule
    ? {
        isOn: true,
        perHundred: String(rule.perHundred),
        worth: String(rule.worth / 10 ** CENTS),
        smallestSpend: String(rule.smallestSpend),
        asTender: rule.asTender,
        offlineLimit: rule.offlineLimit === null ? '' : String(rule.offlineLimit),
      }
    : PROPOSED;

/** What is no number is refused by the server, as -1. */
const numberOf = (text: string, scale = 0): number => parseScaled(text, scale) ?? -1;

/** null = there are no points. */
export const pointsRuleOf = (form: PointsForm): PointsRule | null =>
  form.isOn
    ? {
        perHundred: numberOf(form.perHundred),
        worth: numberOf(form.worth, CENTS),
        smallestSpend: numberOf(form.smallestSpend),
        asTender: form.asTender,
        offlineLimit: form.offlineLimit.trim() === '' ? null : numberOf(form.offlineLimit),
      }
    : null;
