import { IconPackages } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { availableOf } from '#shared/domain/stock/low.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useTrustedNow } from '#renderer/session/use-trusted-now.ts';
import { useStock } from '#renderer/queries/use-stock.ts';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { LevelBadge } from './level-badge.tsx';
import classes from './stock.module.css';

type ProductRowsProps = {
  /** undefined while they are being read. */
  readonly products: readonly Product[] | undefined;
  readonly query: string;
  readonly chosen: Product | null;
  readonly onPick: (product: Product) => void;
};

/** Products with their price here and how many may be sold. */
export const ProductRows = ({ products, query, chosen, onPick }: ProductRowsProps) => {
  const { t } = useTranslation();
  const { text, money } = useFormat();
  const { prices } = useReferences();
  const now = useTrustedNow(60_000);
  const levels = useStock((products ?? []).map(({ sku }) => sku));
  const list = useRef<HTMLUListElement>(null);
  const move = (by: 1 | -1): void => {
    const rows = [...(list.current?.querySelectorAll('button') ?? [])];
    const place = rows.findIndex((row) => row === document.activeElement);
    rows[place === -1 ? 0 : place + by]?.focus();
  };
  useKeys([
    { key: 'ArrowUp', label: t('keys.lineUp'), run: () => move(-1) },
    { key: 'ArrowDown', label: t('keys.lineDown'), run: () => move(1) },
  ]);
  if (products?.length === 0)
    return (
      <EmptyState
        icon={<IconPackages size={40} stroke={1.5} />}
        title={t('sell.nothingFound', { query })}
        hint={t('sell.nothingFoundHint')}
      />
    );
  return (
    <ul ref={list} className={classes['list']} aria-label={t('stockRoom.products')}>
      {(products ?? []).map((product) => {
        const level = levels.get(product.sku);
        return (
          <li key={product.sku}>
            <button
              type="button"
              className={classes['row']}
              aria-current={product.sku === chosen?.sku || undefined}
              onClick={() => onPick(product)}
            >
              <span className={classes['name']}>{text(product.name)}</span>
              <span className={classes['quiet']}>{product.sku}</span>
              <span className={classes['price']}>{money(prices.priceOf(product, now))}</span>
              <span className={classes['state']}>
                {level && product.kind === 'goods' ? (
                  <LevelBadge available={availableOf(level)} unit={product.unit} />
                ) : null}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};
