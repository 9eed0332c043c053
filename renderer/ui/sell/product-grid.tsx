import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './product-grid.module.css';

/** Tiles in as many columns as fit; for more than some hundreds the screen gives only those in view. */
export const ProductGrid = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <section className={classes['grid']} aria-label={t('sell.products')}>
      {children}
    </section>
  );
};
