import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { APP_DEPTH } from '../input/layer-depth.ts';
import { KeySheet } from '../keys/key-sheet.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { type NavItem, NavRail } from './nav-rail.tsx';
import { ShellPartsContext } from './shell-parts.ts';
import classes from './app-shell.module.css';

type AppShellProps = {
  readonly nav: readonly NavItem[];
  readonly navFooter?: readonly NavItem[];
  readonly active: string;
  readonly onNavigate: (id: string) => void;
  /** SyncPill and StaffChip: shown by every screen at the same place. */
  readonly sync: ReactNode;
  readonly staff: ReactNode;
  readonly onLock: () => void;
  /** What the screen is for, in a few sentences; said with its keys (F1). */
  readonly about: string;
  /** What is the matter with this computer, above every screen. */
  readonly warning?: ReactNode;
  /** A `Screen`. */
  readonly children: ReactNode;
};

/** The frame around every screen of the till: navigation, key sheet (F1), lock (F12). */
export const AppShell = (props: AppShellProps) => {
  const { nav, navFooter, active, onNavigate, sync, staff, onLock } = props;
  const { t } = useTranslation();
  const [isSheetOpen, setSheetOpen] = useState(false);
  useKeys(
    [
      { key: 'F1', label: t('keys.sheet'), run: () => setSheetOpen(true) },
      { key: 'F12', label: t('keys.lock'), run: onLock },
    ],
    { depth: APP_DEPTH },
  );
  const parts = useMemo(() => ({ sync, staff }), [sync, staff]);
  return (
    <div className={classes['shell']}>
      {props.warning}
      <div className={classes['frame']}>
        <NavRail items={nav} footer={navFooter ?? []} active={active} onNavigate={onNavigate} />
        <ShellPartsContext value={parts}>{props.children}</ShellPartsContext>
      </div>
      {isSheetOpen ? <KeySheet about={props.about} onClose={() => setSheetOpen(false)} /> : null}
    </div>
  );
};
