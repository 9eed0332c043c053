import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { RegionContext } from '#renderer/ui/language/region.ts';
import type { ShopReply } from '#shared/protocol/shop.ts';
import { QueryView } from '../parts/query-view.tsx';
import { LanguageBar } from '../sign-in/language-bar.tsx';
import { SHOP_PATH } from './paths.ts';
import classes from './shop-frame.module.css';
import { useShop } from './use-shop.ts';

type ShopFrameProps = { readonly children: (shop: ShopReply) => ReactNode };

/** What every page of the shop stands in: its name, and that it is none. */
export const ShopFrame = ({ children }: ShopFrameProps) => {
  const { t } = useTranslation();
  const shop = useShop();
  const title = [shop.data?.chainName, t('shop.title')].filter(Boolean).join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className={classes['frame']}>
      <header className={classes['head']}>
        <Link href={SHOP_PATH} className={classes['brand']}>
          <img src="/icon.svg" alt="" width={32} height={32} />
          {title}
        </Link>
        <LanguageBar />
      </header>
      <p className={classes['demo']}>{t('shop.demo')}</p>
      <QueryView query={shop}>
        {(known) => (
          <RegionContext value={{ currency: known.currency, timeZone: known.timeZone }}>
            {children(known)}
          </RegionContext>
        )}
      </QueryView>
    </div>
  );
};
