/** A measured amount: `{ value: 12.3, unit: 'ms' }`. */
export type Measured = { readonly value: number; readonly unit: string };

/** What the figure is compared with, measured in the same run. */
export type Floor = Measured & { readonly name: string };

const DIGITS = 3;

/** As many digits as mean anything: 0.912, 8.31, 83.1, 8310. */
const shown = (value: number): string =>
  String(value >= 100 ? Math.round(value) : Number(value.toPrecision(DIGITS)));

/** `bench catalog-sync: 9.81 s, ratio 1.24 to 7.91 s (the same rows straight into Dexie)` */
export const report = (name: string, { value, unit }: Measured, floor: Floor): void => {
  const ratio = (value / floor.value).toFixed(2);
  console.log(
    `bench ${name}: ${shown(value)} ${unit}, ratio ${ratio} to ${shown(floor.value)} ${floor.unit} (${floor.name})`,
  );
};

export const reportNotRun = (name: string, reason: string): void =>
  console.log(`bench ${name}: not run (${reason})`);
