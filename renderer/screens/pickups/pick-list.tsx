import { IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '#shared/domain/order/schema.ts';
import { type Quantity, quantity, UNIT } from '#shared/kernel/quantity.ts';
import { pickLines } from '#renderer/commands/prepare-pickup.ts';
import { useFindGoods } from '#renderer/session/use-find-goods.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { LineDialog } from './line-dialog.tsx';
import { PickLine } from './pick-line.tsx';
import { isFound, useWanted, type Wanted } from './use-wanted.ts';
import classes from './pickups.module.css';

/** A scan is of one piece; weighed goods come whole. */
const withOneMore = ({ line, found }: Wanted): Quantity =>
  line.unit === 'piece' ? quantity(Math.min(found + UNIT, line.quantity)) : line.quantity;

/** What several orders need from the shelves, in one walk; all that is found is on record at once. */
export const PickList = ({ orders }: { readonly orders: readonly Order[] }) => {
  const { t } = useTranslation();
  const findGoods = useFindGoods();
  const wanted = useWanted(orders);
  const [changed, setChanged] = useState<Wanted | null>(null);
  const { run } = useCommand(pickLines);
  const find = ({ order, line }: Wanted, found: Quantity): void =>
    void run({ orderId: order.id, found: [{ lineId: line.id, quantity: found }] });
  useScanner({
    onScan: async (code) => {
      const sku = (await findGoods(code))?.product.sku ?? code;
      const next = wanted.find((entry) => !isFound(entry) && entry.line.sku === sku);
      if (next) find(next, withOneMore(next));
      return next !== undefined;
    },
  });
  if (wanted.every(isFound))
    return (
      <EmptyState
        icon={<IconListCheck size={40} stroke={1.5} />}
        title={t('pickupWork.pickDone')}
        hint={t('pickupWork.pickDoneHint')}
      />
    );
  return (
    <div className={classes['picks']}>
      {wanted.map((entry, index) => (
        <div key={`${entry.order.id}:${entry.line.id}`}>
          {entry.category === wanted[index - 1]?.category ? null : (
            <h3 className={classes['category']}>{entry.category}</h3>
          )}
          <PickLine
            wanted={entry}
            onFound={(found) => find(entry, found)}
            onChange={() => setChanged(entry)}
          />
        </div>
      ))}
      {changed ? (
        <LineDialog
          order={changed.order}
          line={changed.line}
          count={quantity(changed.line.quantity - changed.found)}
          onClose={() => setChanged(null)}
        />
      ) : null}
    </div>
  );
};
