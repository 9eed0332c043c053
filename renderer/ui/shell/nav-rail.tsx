import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { APP_DEPTH } from '../input/layer-depth.ts';
import { CountBadge } from '../feedback/count-badge.tsx';
import type { KeyId } from '../keys/key-id.ts';
import { useKeys } from '../keys/use-keys.ts';
import classes from './nav-rail.module.css';

export type NavItem = {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** How many things wait there; nothing is shown for 0. */
  readonly waiting?: number;
};

const NAV_KEYS = [
  'Ctrl+1',
  'Ctrl+2',
  'Ctrl+3',
  'Ctrl+4',
  'Ctrl+5',
  'Ctrl+6',
  'Ctrl+7',
] as const satisfies KeyId[];

type NavRailProps = {
  /** The first seven have the keys Ctrl+1 … Ctrl+7. */
  readonly items: readonly NavItem[];
  /** At the lower end of the rail. */
  readonly footer?: readonly NavItem[];
  readonly active: string;
  readonly onNavigate: (id: string) => void;
};

export const NavRail = ({ items, footer = [], active, onNavigate }: NavRailProps) => {
  const { t } = useTranslation();
  useKeys(
    items.slice(0, NAV_KEYS.length).map(({ id, label }, index) => ({
      key: NAV_KEYS[index] ?? 'Ctrl+1',
      label: t('keys.goTo', { screen: label }),
      run: () => onNavigate(id),
    })),
    { depth: APP_DEPTH },
  );
  const button = ({ id, label, icon, waiting = 0 }: NavItem) => (
    <li key={id}>
      <button
        type="button"
        className={classes['item']}
        aria-current={id === active ? 'page' : undefined}
        onClick={() => onNavigate(id)}
      >
        <span className={classes['icon']}>
          {icon}
          {waiting > 0 ? (
            <CountBadge
              count={waiting}
              label={t('nav.waiting', { count: waiting })}
              className={classes['badge']}
            />
          ) : null}
        </span>
        <span className={classes['label']}>{label}</span>
      </button>
    </li>
  );
  return (
    <nav className={classes['rail']} aria-label={t('nav.label')}>
      <ul className={classes['list']}>{items.map(button)}</ul>
      <ul className={classes['list']}>{footer.map(button)}</ul>
    </nav>
  );
};
