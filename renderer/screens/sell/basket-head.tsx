import {
  IconArrowBackUp,
  IconGift,
  IconShoppingCartPause,
  IconTrash,
  IconUserPlus,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { maskedPhone } from '#shared/domain/customer/masked-phone.ts';
import { useParkedBaskets } from '#renderer/queries/use-parked-baskets.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useBasket } from '#renderer/session/till-context.ts';
import { useBuyerGroups } from '#renderer/session/use-buyer-groups.ts';
import { useCustomerPoints } from '#renderer/session/use-points.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import { initialsOf } from '#renderer/ui/customer/initials-of.ts';
import { CountBadge } from '#renderer/ui/feedback/count-badge.tsx';
import classes from './basket-head.module.css';

type BasketHeadProps = {
  readonly onClear: () => void;
  /** Left out: nothing was changed yet. */
  readonly onUndo: (() => void) | undefined;
  readonly onCustomer: () => void;
  readonly onParked: () => void;
  readonly onGiftCard: () => void;
};

/** What is being sold and to whom, and the way out of it. */
export const BasketHead = (props: BasketHeadProps) => {
  const { onClear, onUndo, onCustomer, onParked, onGiftCard } = props;
  const { t } = useTranslation();
  const isEmpty = useBasket((state) => state.basket.lines.length === 0);
  const customer = useBasket((state) => state.basket.customer);
  const points = useCustomerPoints(customer?.id ?? null);
  const groupIds = useBuyerGroups();
  const { customerGroups } = useReferences();
  const groups = customerGroups.filter(({ id }) => groupIds.includes(id));
  const parked = useParkedBaskets()?.length ?? 0;
  return (
    <header className={classes['head']}>
      {customer ? (
        <button type="button" className={classes['customer']} onClick={onCustomer}>
          <span className={classes['initials']} aria-hidden>
            {initialsOf(customer.name)}
          </span>
          <span className={classes['words']}>
            <strong className={classes['name']}>{customer.name || t('customer.title')}</strong>
            <span className={classes['phone']}>
              {[
                ...groups.map(({ name }) => name),
                maskedPhone(customer.phone),
                points === null ? '' : t('points.count', { count: points.balance }),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </span>
        </button>
      ) : (
        <h2 className={classes['title']}>{t('sell.basket')}</h2>
      )}
      <div className={classes['acts']}>
        {customer ? null : <CustomerButton isShort={parked > 0 || !isEmpty} onPress={onCustomer} />}
        <IconButton label={t('storedValue.sell')} tone="quiet" onClick={onGiftCard}>
          <IconGift size={22} />
        </IconButton>
        {parked === 0 ? null : (
          <IconButton label={t('parked.count', { count: parked })} tone="quiet" onClick={onParked}>
            <IconShoppingCartPause size={22} />
            <CountBadge count={parked} tone="quiet" className={classes['count']} />
          </IconButton>
        )}
        {onUndo ? (
          <IconButton label={t('keys.undo')} tone="quiet" onClick={onUndo}>
            <IconArrowBackUp size={22} />
          </IconButton>
        ) : null}
        {isEmpty ? null : (
          <IconButton label={t('sell.clear')} tone="quiet" onClick={onClear}>
            <IconTrash size={22} />
          </IconButton>
        )}
      </div>
    </header>
  );
};

type CustomerButtonProps = {
  /** Beside what else can be done with the basket there is no room for words. */
  readonly isShort: boolean;
  readonly onPress: () => void;
};

const CustomerButton = ({ isShort, onPress }: CustomerButtonProps) => {
  const { t } = useTranslation();
  const icon = <IconUserPlus size={22} />;
  return isShort ? (
    <IconButton label={t('keys.customer')} tone="quiet" onClick={onPress}>
      {icon}
    </IconButton>
  ) : (
    <Button tone="quiet" icon={icon} keyName="F7" onClick={onPress}>
      {t('keys.customer')}
    </Button>
  );
};
