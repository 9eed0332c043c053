import { Value } from 'typebox/value';
import { type Quantity } from '#shared/kernel/quantity.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { AdjustmentReason, WriteOffReason } from './reasons.ts';
import type { SheetLine, StockSheet } from './sheet.ts';

export type StockProblem =
  | { readonly type: 'sheet_empty' }
  | { readonly type: 'reason_missing' }
  | { readonly type: 'store_missing' };

type Line = { readonly id: string; readonly sku: string; readonly quantity: Quantity };
type Received = Line & { readonly expected: Quantity | null };

/** What a sheet comes to: the operation's type and payload. */
export type StockDecision =
  | {
      readonly type: 'stock.received';
      readonly payload: {
        readonly deliveryId: string | null;
        readonly reference: string;
        readonly lines: Received[];
      };
    }
  | {
      readonly type: 'stock.transferReceived';
      readonly payload: {
        readonly deliveryId: string;
        readonly fromStoreId: string;
        readonly lines: Received[];
      };
    }
  | {
      readonly type: 'stock.transferSent';
      readonly payload: {
        readonly deliveryId: string;
        readonly toStoreId: string;
        readonly lines: Line[];
      };
    }
  | {
      readonly type: 'stock.counted';
      readonly payload: {
        readonly lines: {
          readonly id: string;
          readonly sku: string;
          readonly counted: Quantity;
          readonly expected: Quantity;
          readonly from: string;
          readonly at: string;
        }[];
      };
    }
  | {
      readonly type: 'stock.writtenOff';
      readonly payload: {
        readonly lines: (Line & { readonly reason: WriteOffReason; readonly note: string })[];
      };
    }
  | {
      readonly type: 'stock.adjusted';
      readonly payload: {
        readonly lines: (Line & { readonly reason: AdjustmentReason; readonly note: string })[];
      };
    };

type Decided = Result<StockDecision, StockProblem>;

const lineId = (sheetId: string, place: number): string => `${sheetId}-${place + 1}`;

const received = ({ id, delivery, reference }: StockSheet, kept: readonly SheetLine[]): Decided => {
  const lines = kept.map(({ sku, quantity, expected }, place) => ({
    id: lineId(id, place),
    sku,
    quantity,
    expected,
  }));
  return delivery?.fromStoreId
    ? ok({
        type: 'stock.transferReceived',
        payload: { deliveryId: delivery.id, fromStoreId: delivery.fromStoreId, lines },
      })
    : ok({
        type: 'stock.received',
        payload: { deliveryId: delivery?.id ?? null, reference, lines },
      });
};

const counted = ({ id }: StockSheet, kept: readonly SheetLine[]): Decided =>
  ok({
    type: 'stock.counted',
    payload: {
      lines: kept.map(({ sku, quantity, onHand, from, at }, place) => ({
        id: lineId(id, place),
        sku,
        counted: quantity,
        expected: onHand,
        from,
        at,
      })),
    },
  });

/** What came of nothing and of what was not expected says nothing; of a count and a delivery, nothing says much. */
const keptLines = ({ kind, lines }: StockSheet): readonly SheetLine[] =>
  lines.filter(
    ({ quantity, expected }) =>
      kind === 'count' || quantity !== 0 || (kind === 'receive' && expected !== null),
  );

/** The operation of a sheet; `number` is that of the transfer it may send. */
export const decideSheet = (sheet: StockSheet, number: string): Decided => {
  const { id, kind, toStoreId, reason, note } = sheet;
  const kept = keptLines(sheet);
  if (kept.length === 0) return fail({ type: 'sheet_empty' });
  const lines = kept.map(({ sku, quantity }, place) => ({ id: lineId(id, place), sku, quantity }));
  switch (kind) {
    case 'receive':
      return received(sheet, kept);
    case 'count':
      return counted(sheet, kept);
    case 'send':
      return toStoreId === null
        ? fail({ type: 'store_missing' })
        : ok({ type: 'stock.transferSent', payload: { deliveryId: number, toStoreId, lines } });
    case 'writeOff':
      return Value.Check(WriteOffReason, reason)
        ? ok({
            type: 'stock.writtenOff',
            payload: { lines: lines.map((line) => ({ ...line, reason, note })) },
          })
        : fail({ type: 'reason_missing' });
    case 'adjust':
      return Value.Check(AdjustmentReason, reason)
        ? ok({
            type: 'stock.adjusted',
            payload: { lines: lines.map((line) => ({ ...line, reason, note })) },
          })
        : fail({ type: 'reason_missing' });
  }
};

/** A manager's to allow: what takes goods off the books, or puts them there, with nothing that shows why. */
export const isForManager = ({ kind }: StockSheet): boolean =>
  kind === 'writeOff' || kind === 'adjust';
