import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { CategoryChips } from '#renderer/ui/sell/category-chips.tsx';
import { ProductGrid } from '#renderer/ui/sell/product-grid.tsx';
import type { ShopProduct, ShopReply } from '#shared/protocol/shop.ts';
import { QueryView } from '../parts/query-view.tsx';
import type { Chosen } from './basket.ts';
import classes from './product-shelf.module.css';
import { ShelfTile } from './shelf-tile.tsx';
import { useProducts } from './use-shop.ts';

type ProductShelfProps = {
  readonly shop: ShopReply;
  readonly storeId: string;
  readonly basket: readonly Chosen[];
  readonly onTake: (product: ShopProduct) => void;
};

/** Goods by category or by what was searched for. */
export const ProductShelf = ({ shop, storeId, basket, onTake }: ProductShelfProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [categoryId, setCategoryId] = useState<string | null>(null);
  const [text, setText] = useState('');
  const products = useProducts({ storeId, categoryId, text });
  const chips = shop.categories.map(({ id, name, colour }) => ({
    id,
    name: format.text(name),
    colour,
  }));
  const chosenBySku = new Map(basket.map((chosen) => [chosen.product.sku, chosen.quantity]));
  return (
    <>
      <div className={classes['controls']}>
        <TextInput
          type="search"
          size="md"
          aria-label={t('shop.searchPlaceholder')}
          placeholder={t('shop.searchPlaceholder')}
          leftSection={<IconSearch size={20} aria-hidden />}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <CategoryChips categories={chips} chosen={categoryId} onChoose={setCategoryId} />
      </div>
      <QueryView query={products}>
        {({ products: found, isAll }) =>
          found.length === 0 ? (
            <EmptyState
              title={t('sell.nothingFound', { query: text })}
              hint={t('sell.nothingFoundHint')}
            />
          ) : (
            <>
              <ProductGrid>
                {found.map((product) => (
                  <ShelfTile
                    key={product.sku}
                    product={product}
                    category={shop.categories.find(({ id }) => id === product.categoryId)}
                    chosen={chosenBySku.get(product.sku)}
                    onTake={onTake}
                  />
                ))}
              </ProductGrid>
              {isAll ? null : <p className={classes['narrow']}>{t('shop.narrow')}</p>}
            </>
          )
        }
      </QueryView>
    </>
  );
};
