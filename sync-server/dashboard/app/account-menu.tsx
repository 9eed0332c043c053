import { Popover, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { LOCALE_NAMES } from '#shared/i18n/locales.ts';
import { LOCALES } from '#shared/kernel/text.ts';
import type { Me } from '#shared/protocol/dashboard.ts';
import { useSignOut } from '../data/use-me.ts';
import classes from './account-menu.module.css';

const LanguageChoice = () => {
  const { t, i18n } = useTranslation();
  const { locale } = useFormat();
  const label = useId();
  return (
    <>
      <p id={label} className={classes['heading']}>
        {t('settings.language')}
      </p>
      <SegmentedControl
        aria-labelledby={label}
        orientation="vertical"
        fullWidth
        value={locale}
        onChange={(chosen) => void i18n.changeLanguage(chosen)}
        data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
      />
    </>
  );
};

const ThemeChoice = () => {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const label = useId();
  return (
    <>
      <p id={label} className={classes['heading']}>
        {t('settings.theme')}
      </p>
      <SegmentedControl
        aria-labelledby={label}
        orientation="vertical"
        fullWidth
        value={colorScheme}
        onChange={setColorScheme}
        data={[
          { value: 'light', label: t('settings.themeLight') },
          { value: 'dark', label: t('settings.themeDark') },
          { value: 'auto', label: t('settings.themeSystem') },
        ]}
      />
    </>
  );
};

/** Who is signed in, and what they choose for themselves. */
export const AccountMenu = ({ me }: { readonly me: Me }) => {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <Popover position="right-end" width={260} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <button type="button" className={classes['account']} title={t('staff.account')}>
          <IconUserCircle size={26} stroke={1.6} aria-hidden />
          <span className={classes['words']}>
            <span className={classes['name']}>{me.name}</span>
            <span className={classes['email']}>{me.email}</span>
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('staff.account')}>
        <div className={classes['menu']}>
          <LanguageChoice />
          <ThemeChoice />
          <Button
            isWide
            size="small"
            icon={<IconLogout size={20} />}
            isBusy={signOut.isPending}
            onClick={() => signOut.mutate()}
          >
            {t('staff.signOut')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
