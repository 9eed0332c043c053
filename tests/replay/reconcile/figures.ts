/** A few sums by name: minor units, thousandths of pieces, or counts. */
export type Sums = ReadonlyMap<string, number>;

/** What was sold and what lies on the shelf, however it was found out. */
export type Figures = {
  /** By `day sku`: thousandths, returns taken off. */
  readonly unitsByCell: Sums;
  /** By `day sku`: minor units, returns taken off. */
  readonly moneyByCell: Sums;
  /** By tender: minor units, refunds taken off. */
  readonly moneyByTender: Sums;
  /** By SKU, goods only: thousandths on hand. */
  readonly stockBySku: Sums;
};

export const cellOf = (day: string, sku: string): string => `${day} ${sku}`;
