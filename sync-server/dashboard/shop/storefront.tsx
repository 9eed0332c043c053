import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ShopProduct, ShopReply } from '#shared/protocol/shop.ts';
import { type Chosen, step } from './basket.ts';
import { BasketPanel } from './basket-panel.tsx';
import { orderPath } from './paths.ts';
import { ProductShelf } from './product-shelf.tsx';
import { StoreChoice } from './store-choice.tsx';
import classes from './storefront.module.css';

/** Goods on the left, what was chosen on the right. */
export const Storefront = ({ shop }: { readonly shop: ShopReply }) => {
  const [, navigate] = useLocation();
  const [basket, setBasket] = useState<readonly Chosen[]>([]);
  const [storeId, setStoreId] = useState(shop.stores[0]?.storeId ?? '');
  const take = (product: ShopProduct, direction: 1 | -1): void =>
    setBasket((before) => step(before, product, direction));
  return (
    <div className={classes['front']}>
      <main className={classes['goods']}>
        <ProductShelf
          shop={shop}
          storeId={storeId}
          basket={basket}
          onTake={(product) => take(product, 1)}
        />
      </main>
      <aside className={classes['side']}>
        <StoreChoice stores={shop.stores} value={storeId} onChange={setStoreId} />
        <BasketPanel
          shop={shop}
          storeId={storeId}
          basket={basket}
          onStep={take}
          onPlaced={(id) => navigate(orderPath(id))}
        />
      </aside>
    </div>
  );
};
