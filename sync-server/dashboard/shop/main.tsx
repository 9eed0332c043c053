import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { Route, Switch } from 'wouter';
import { createI18n, initialLocale } from '#renderer/ui/language/i18n.ts';
import { UiProvider } from '#renderer/ui/ui-provider.tsx';
import { createQueryClient } from '../data/query-client.ts';
import { OrderPage } from './order-page.tsx';
import { ORDER_PATH } from './paths.ts';
import { ShopFrame } from './shop-frame.tsx';
import { Storefront } from './storefront.tsx';

const place = document.querySelector('#root');
if (place)
  createRoot(place).render(
    <UiProvider i18n={createI18n(initialLocale())}>
      <QueryClientProvider client={createQueryClient()}>
        <ShopFrame>
          {(shop) => (
            <Switch>
              <Route path={ORDER_PATH}>{({ id }) => <OrderPage shop={shop} id={id} />}</Route>
              <Route>
                <Storefront shop={shop} />
              </Route>
            </Switch>
          )}
        </ShopFrame>
      </QueryClientProvider>
    </UiProvider>,
  );
