import {
  IconAlertTriangle,
  IconBuildingStore,
  IconCashRegister,
  IconCoins,
  IconFileUnknown,
  IconGift,
  IconHistory,
  IconKey,
  IconLayoutDashboard,
  IconPackage,
  IconPlugConnected,
  IconReceipt2,
  IconPrinter,
  IconShieldCheck,
  IconShieldSearch,
  IconStar,
  IconTag,
  IconTruckDelivery,
  IconUserHeart,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { Me, Overview } from '#shared/protocol/dashboard.ts';
import { isAdministrator } from '../data/is-administrator.ts';
import { AccountMenu } from './account-menu.tsx';
import { CountBadge } from '#renderer/ui/feedback/count-badge.tsx';
import { PATHS } from './paths.ts';
import classes from './side-nav.module.css';

type ItemProps = {
  readonly href: string;
  readonly icon: ReactNode;
  readonly label: string;
  /** How many things wait there for a person. */
  readonly waiting?: number | undefined;
};

const Item = ({ href, icon, label, waiting = 0 }: ItemProps) => {
  const { t } = useTranslation();
  const [location] = useLocation();
  const isHere = location === href || (href !== PATHS.overview && location.startsWith(`${href}/`));
  return (
    <li>
      <Link
        href={href}
        className={classes['item']}
        aria-current={isHere ? 'page' : undefined}
        title={label}
      >
        {icon}
        <span className={classes['label']}>{label}</span>
        {waiting > 0 ? (
          <CountBadge
            count={waiting}
            label={t('nav.waiting', { count: waiting })}
            className={classes['badge']}
          />
        ) : null}
      </Link>
    </li>
  );
};

/** What only those who look after the whole chain may see and change. */
const AdministrationItems = () => {
  const { t } = useTranslation();
  return (
    <>
      <Item
        href={PATHS.customers}
        icon={<IconUserHeart size={20} />}
        label={t('customers.title')}
      />
      <Item href={PATHS.points} icon={<IconStar size={20} />} label={t('points.title')} />
      <Item href={PATHS.staff} icon={<IconUsers size={20} />} label={t('admin.staff')} />
      <Item href={PATHS.accounts} icon={<IconKey size={20} />} label={t('accounts.title')} />
      <Item
        href={PATHS.channels}
        icon={<IconPlugConnected size={20} />}
        label={t('admin.channels')}
      />
      <Item href={PATHS.promotions} icon={<IconTag size={20} />} label={t('promotions.title')} />
      <Item href={PATHS.prices} icon={<IconCoins size={20} />} label={t('prices.title')} />
      <Item href={PATHS.policy} icon={<IconShieldCheck size={20} />} label={t('policy.title')} />
      <Item
        href={PATHS.receiptLayout}
        icon={<IconPrinter size={20} />}
        label={t('receiptLayout.title')}
      />
      <Item href={PATHS.changes} icon={<IconHistory size={20} />} label={t('admin.changes')} />
    </>
  );
};

type SideNavProps = { readonly me: Me; readonly overview: Overview | undefined };

/** The menu: only what exists, with how much waits there. */
export const SideNav = ({ me, overview }: SideNavProps) => {
  const { t } = useTranslation();
  return (
    <div className={classes['side']}>
      <div className={classes['brand']}>
        <img src="/icon.svg" alt="" width={28} height={28} />
        <span className={classes['label']}>
          Omnitill<span className={classes['office']}>{t('dashboard.title')}</span>
        </span>
      </div>
      <nav aria-label={t('nav.label')}>
        <ul className={classes['list']}>
          <Item
            href={PATHS.overview}
            icon={<IconLayoutDashboard size={20} />}
            label={t('dashboard.overview')}
          />
          <Item
            href={PATHS.receipts}
            icon={<IconReceipt2 size={20} />}
            label={t('dashboard.receipts')}
          />
          <Item
            href={PATHS.webOrders}
            icon={<IconPackage size={20} />}
            label={t('dashboard.webOrders')}
            waiting={overview?.pickups.overdue}
          />
          <Item
            href={PATHS.storedValue}
            icon={<IconGift size={20} />}
            label={t('storedValue.title')}
          />
          <Item
            href={PATHS.shifts}
            icon={<IconCashRegister size={20} />}
            label={t('shifts.title')}
          />
          <Item
            href={PATHS.deliveries}
            icon={<IconTruckDelivery size={20} />}
            label={t('deliveries.title')}
          />
          <Item
            href={PATHS.sensitive}
            icon={<IconShieldSearch size={20} />}
            label={t('sensitive.title')}
          />
          <Item
            href={PATHS.stores}
            icon={<IconBuildingStore size={20} />}
            label={t('dashboard.tills')}
          />
          <Item
            href={PATHS.exceptions}
            icon={<IconAlertTriangle size={20} />}
            label={t('dashboard.exceptions')}
            waiting={overview?.exceptions.open}
          />
          <Item
            href={PATHS.unprocessed}
            icon={<IconFileUnknown size={20} />}
            label={t('dashboard.unprocessed')}
            waiting={overview?.quarantined}
          />
          {isAdministrator(me) ? <AdministrationItems /> : null}
        </ul>
      </nav>
      <AccountMenu me={me} />
    </div>
  );
};
