import { IconBarcode, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { availableOf } from '#shared/domain/stock/low.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useNow } from '#renderer/session/use-now.ts';
import { useTrustedNow } from '#renderer/session/use-trusted-now.ts';
import { useLabelPrinting } from '#renderer/session/use-label-printing.ts';
import { useStock } from '#renderer/queries/use-stock.ts';
import { PrintedLabels } from '#renderer/ui/barcode/printed-labels.tsx';
import { ShelfLabel } from '#renderer/ui/barcode/shelf-label.tsx';
import { Button } from '#renderer/ui/button/button.tsx';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { Panel } from '#renderer/ui/shell/panel.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { useShelfLabel } from './use-shelf-label.ts';
import classes from './stock.module.css';

/** One product: what it costs, how many there are here and elsewhere, and its label. */
export const ProductCard = ({ product }: { readonly product: Product | null }) => {
  const { t } = useTranslation();
  return product === null ? (
    <EmptyState
      icon={<IconBarcode size={40} stroke={1.5} />}
      title={t('stockRoom.choose')}
      hint={t('stockRoom.chooseHint')}
    />
  ) : (
    <Card key={product.sku} product={product} />
  );
};

const Card = ({ product }: { readonly product: Product }) => {
  const { t } = useTranslation();
  const { text, money } = useFormat();
  const { prices } = useReferences();
  const now = useTrustedNow(60_000);
  const { sku, name, kind, unit } = product;
  const price = money(prices.priceOf(product, now));
  const label = useShelfLabel()(product);
  const printLabels = useLabelPrinting();
  const print = (): void => void printLabels([label]);
  useKeys([{ key: 'F8', label: t('stockRoom.printLabel'), hint: true, run: print }]);
  return (
    <Panel
      head={
        <>
          <h2 className={classes['title']}>{text(name)}</h2>
          <p className={classes['quiet']}>{sku}</p>
          <p className={classes['figure']}>
            {price} <span className={classes['quiet']}>/ {t(`unit.${unit}`)}</span>
          </p>
        </>
      }
      foot={
        <>
          <Button
            tone="primary"
            size="large"
            isWide
            keyName="F8"
            icon={<IconPrinter size={22} />}
            onClick={print}
          >
            {t('stockRoom.printLabel')}
          </Button>
        </>
      }
    >
      {kind === 'goods' ? <Levels product={product} /> : null}
      {kind === 'goods' ? <Elsewhere product={product} /> : null}
      <ShelfLabel {...label} />
      <PrintedLabels labels={[label]} />
    </Panel>
  );
};

const Levels = ({ product: { sku, unit } }: { readonly product: Product }) => {
  const { t } = useTranslation();
  const { quantity, moment } = useFormat();
  const now = useNow(60_000);
  const level = useStock([sku]).get(sku);
  if (!level) return null;
  const figures = [
    ['onHand', level.onHand],
    ['reserved', level.reserved],
    ['available', availableOf(level)],
  ] as const;
  return (
    <>
      <dl className={classes['levels']}>
        {figures.map(([name, figure]) => (
          <div key={name} data-strong={name === 'available' || undefined}>
            <dt>{t(`stockRoom.${name}`)}</dt>
            <dd>
              {quantity(figure)} {t(`unit.${unit}`)}
            </dd>
          </div>
        ))}
      </dl>
      {level.count ? (
        <p className={classes['quiet']}>
          {t('stockRoom.lastCounted', {
            quantity: quantity(level.count.quantity),
            time: moment(level.count.at, now),
          })}
        </p>
      ) : null}
    </>
  );
};
