import { IconCheck, IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Order } from '#shared/domain/order/schema.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { pickLines } from '#renderer/commands/prepare-pickup.ts';
import { useLive } from '#renderer/queries/use-live.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useTill } from '#renderer/session/till-context.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import classes from './pickups.module.css';

type Wanted = {
  readonly order: Order;
  readonly line: PricedLine;
  readonly isFound: boolean;
  /** Where the category stands in the store. */
  readonly place: number;
  readonly category: string;
};

const isFound = ({ pickup }: Order, { id, quantity }: PricedLine): boolean =>
  pickup?.picks.some((pick) => pick.lineId === id && pick.quantity >= quantity) ?? false;

/** Goods of several orders in the order in which one walks past them: by category, then by name. */
const useWanted = (orders: readonly Order[]): Wanted[] => {
  const { store } = useTill();
  const { categories } = useReferences();
  const { text, compare } = useFormat();
  const skus = [...new Set(orders.flatMap(({ lines }) => lines.map(({ sku }) => sku)))];
  const products = useLive(
    () => Promise.all(skus.map((sku) => store.catalog.product(sku))),
    `pick:${skus.join(' ')}`,
    'catalog',
  );
  const categoryBySku = new Map(
    (products ?? []).flatMap((product) =>
      product ? [[product.sku, product.categoryId] as const] : [],
    ),
  );
  return orders
    .flatMap((order) =>
      order.lines
        .filter(({ kind }) => kind === 'goods')
        .map((line): Wanted => {
          const categoryId = categoryBySku.get(line.sku);
          const category = categories.find(({ id }) => id === categoryId);
          return {
            order,
            line,
            isFound: isFound(order, line),
            place: category?.position ?? Number.MAX_SAFE_INTEGER,
            category: category ? text(category.name) : '',
          };
        }),
    )
    .toSorted(
      (one, other) =>
        one.place - other.place || compare(text(one.line.name), text(other.line.name)),
    );
};

/** What several orders need from the shelves, in one walk; each line found is on record at once. */
export const PickList = ({ orders }: { readonly orders: readonly Order[] }) => {
  const { t } = useTranslation();
  const { text, quantity } = useFormat();
  const { catalog } = useTill().store;
  const wanted = useWanted(orders);
  const { run } = useCommand(pickLines);
  const find = ({ order, line }: Wanted): void =>
    void run({ orderId: order.id, found: [{ lineId: line.id, quantity: line.quantity }] });
  useScanner({
    onScan: async (code) => {
      const sku = (await catalog.byCode(code))?.sku ?? code;
      const next = wanted.find((entry) => !entry.isFound && entry.line.sku === sku);
      if (next) find(next);
      return next !== undefined;
    },
  });
  if (wanted.every((entry) => entry.isFound))
    return (
      <EmptyState
        icon={<IconListCheck size={40} stroke={1.5} />}
        title={t('pickupWork.pickDone')}
        hint={t('pickupWork.pickDoneHint')}
      />
    );
  return (
    <div className={classes['picks']}>
      {wanted.map((entry, index) => {
        const { order, line, category } = entry;
        return (
          <div key={`${order.id}:${line.id}`}>
            {category === wanted[index - 1]?.category ? null : (
              <h3 className={classes['category']}>{category}</h3>
            )}
            <button
              type="button"
              className={classes['line']}
              aria-pressed={entry.isFound}
              aria-label={t('pickupWork.found', {
                name: text(line.name),
                number: order.number ?? '',
              })}
              disabled={entry.isFound}
              onClick={() => find(entry)}
            >
              <span className={classes['mark']}>
                <IconCheck size={20} stroke={3} aria-hidden />
              </span>
              <span className={classes['name']}>{text(line.name)}</span>
              <span>
                {quantity(line.quantity)} {t(`unit.${line.unit}`)} · {order.number}
              </span>
            </button>
          </div>
        );
      })}
    </div>
  );
};
