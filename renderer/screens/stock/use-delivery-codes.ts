import { useState } from 'react';
import type { Delivery } from '#shared/domain/delivery/schema.ts';
import { transferOfSlip } from '#shared/domain/stock/transfer-number.ts';
import {
  type DeliveryReceived,
  findDeliveryReceipt,
} from '#renderer/queries/find-delivery-receipt.ts';
import { useDeliveries } from '#renderer/queries/use-deliveries.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useTill } from '#renderer/session/till-context.ts';
import type { SheetDesk } from '#renderer/session/use-stock-sheet.ts';
import { isPossible } from './stock-mode.ts';

/** A delivery of which goods were taken in already. */
export type ReceivedBefore = { readonly delivery: Delivery; readonly received: DeliveryReceived };

export type DeliveryCodes = {
  /** Begins the receipt that a code is of; false = it is no delivery’s. */
  readonly open: (code: string) => Promise<boolean>;
  /** What a person has to say about first; null = nothing. */
  readonly before: ReceivedBefore | null;
  readonly receiveMore: () => void;
  readonly leave: () => void;
};

/** A delivery's paper, or a slip of another store's that nobody told of yet, begins its receipt. */
export const useDeliveryCodes = (desk: SheetDesk, onBegun: () => void): DeliveryCodes => {
  const { store, identity, sheets } = useTill();
  const { stores } = useReferences();
  const deliveries = useDeliveries() ?? [];
  const [before, setBefore] = useState<ReceivedBefore | null>(null);
  const isFree = (): boolean => {
    const { sheet } = sheets.getState();
    return isPossible('receive', sheet) && (sheet?.lines.length ?? 0) === 0;
  };
  const begin = (delivery: Delivery): void => {
    setBefore(null);
    desk.startDelivery(delivery);
    onBegun();
  };
  return {
    before,
    receiveMore: () => before && begin(before.delivery),
    leave: () => setBefore(null),
    open: async (code) => {
      const storeIds = stores.map(({ storeId }) => storeId);
      const meant =
        deliveries.find(({ id, reference }) => id === code || reference === code) ??
        transferOfSlip(code, storeIds, identity.storeId, store.now());
      if (meant === null || !isFree()) return false;
      const received = await findDeliveryReceipt(store.ledger, meant);
      if (!isFree()) return false;
      if (received) setBefore({ delivery: meant, received });
      else begin(meant);
      return true;
    },
  };
};
