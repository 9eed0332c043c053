import { IconLayoutGrid } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { colourOf } from '#shared/domain/quick-keys/arrange.ts';
import { MAX_TILES, type TileColour } from '#shared/domain/quick-keys/schema.ts';
import { useNamedProducts } from '#renderer/queries/use-named-products.ts';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { tileColour } from '#renderer/ui/sell/tile-colour.ts';
import type { LayoutDraft } from './use-layout-draft.ts';
import classes from './quick-keys.module.css';

/** The tiles of the page, in their order; one is chosen to be moved. */
export const ArrangedTiles = ({ draft }: { readonly draft: LayoutDraft }) => {
  const { t } = useTranslation();
  const { text } = useFormat();
  const { page, chosen, choose } = draft;
  const products = useNamedProducts(page?.skus ?? []);
  const icon = <IconLayoutGrid size={40} stroke={1.5} />;
  if (!page)
    return (
      <EmptyState icon={icon} title={t('quickKeys.noPages')} hint={t('quickKeys.noPagesHint')} />
    );
  if (page.skus.length === 0)
    return <EmptyState icon={icon} title={t('quickKeys.empty')} hint={t('quickKeys.emptyHint')} />;
  return (
    <section className={classes['grid']} aria-label={page.name}>
      {page.skus.map((sku, place) => {
        const product = products.get(sku);
        return (
          <Tile
            key={sku}
            name={product ? text(product.name) : sku}
            detail={product?.active === false ? t('quickKeys.unknown') : String(place + 1)}
            colour={colourOf(page, sku)}
            isChosen={sku === chosen}
            onPress={() => choose(sku === chosen ? null : sku)}
          />
        );
      })}
    </section>
  );
};

type FoundTilesProps = {
  /** undefined while they are being read. */
  readonly products: readonly Product[] | undefined;
  readonly query: string;
  readonly draft: LayoutDraft;
  readonly onPick: (product: Product) => void;
};

/** What a search finds, to be put on the page. */
export const FoundTiles = ({ products, query, draft, onPick }: FoundTilesProps) => {
  const { t } = useTranslation();
  const { text } = useFormat();
  if (products?.length === 0)
    return (
      <EmptyState title={t('sell.nothingFound', { query })} hint={t('sell.nothingFoundHint')} />
    );
  const isFull = (draft.page?.skus.length ?? 0) >= MAX_TILES;
  return (
    <section className={classes['grid']} aria-label={t('sell.products')}>
      {isFull ? <Notice tone="warn">{t('quickKeys.full')}</Notice> : null}
      {(products ?? []).map((product) => {
        const isThere = draft.page?.skus.includes(product.sku) === true;
        return (
          <Tile
            key={product.sku}
            name={text(product.name)}
            detail={isThere ? t('quickKeys.onPage') : product.sku}
            colour={null}
            isChosen={isThere}
            onPress={() => onPick(product)}
          />
        );
      })}
    </section>
  );
};

type TileProps = {
  readonly name: string;
  readonly detail: string;
  readonly colour: TileColour | null;
  readonly isChosen: boolean;
  readonly onPress: () => void;
};

const Tile = ({ name, detail, colour, isChosen, onPress }: TileProps) => (
  <button
    type="button"
    className={classes['tile']}
    style={colour ? tileColour(colour) : undefined}
    data-coloured={colour ? true : undefined}
    aria-pressed={isChosen}
    onClick={onPress}
  >
    <span className={classes['name']}>{name}</span>
    <span className={classes['detail']}>{detail}</span>
  </button>
);
