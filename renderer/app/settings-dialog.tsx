import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { IconHelp, IconLayoutGrid, IconLock, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReferences } from '../queries/use-references.ts';
import { useHost } from '../session/use-host.ts';
import { useSession, useTill } from '../session/till-context.ts';
import { Button } from '../ui/button/button.tsx';
import { Dialog } from '../ui/dialog/dialog.tsx';
import { LanguageChoice } from '../ui/language/language-choice.tsx';
import { DesktopSettings } from './desktop-settings.tsx';
import { DisplaySetting } from './display-setting.tsx';
import { LogSetting } from './log-setting.tsx';
import { MoveSetting } from './move-setting.tsx';
import { TourDialog } from './tour-dialog.tsx';
import { TrainingEntry } from './training/training-entry.tsx';

type SettingsDialogProps = {
  readonly onClose: () => void;
  /** To a screen that the rail does not have. */
  readonly onGo: (screen: 'devices' | 'quickKeys') => void;
};

const isScheme = (value: string): value is 'light' | 'dark' | 'auto' =>
  ['light', 'dark', 'auto'].includes(value);

/** Language and appearance of this computer, and who it is. */
export const SettingsDialog = ({ onClose, onGo }: SettingsDialogProps) => {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { identity } = useTill();
  const { settings } = useReferences();
  const host = useHost();
  const lock = useSession((state) => state.lock);
  const [isTourOpen, setTourOpen] = useState(false);
  if (isTourOpen) return <TourDialog onClose={onClose} />;
  return (
    <Dialog title={t('settings.title')} onClose={onClose}>
      <div style={{ display: 'grid', gap: 'var(--sp-4)' }}>
        <LanguageChoice />
        <SegmentedControl
          size="lg"
          fullWidth
          aria-label={t('settings.theme')}
          value={colorScheme}
          onChange={(value) => {
            if (isScheme(value)) setColorScheme(value);
          }}
          data={[
            { value: 'light', label: t('settings.themeLight') },
            { value: 'dark', label: t('settings.themeDark') },
            { value: 'auto', label: t('settings.themeSystem') },
          ]}
        />
        <p style={{ margin: 0, color: 'var(--text-2)' }}>
          {t('settings.till')}: {identity.tillId} · {t('settings.store')}:{' '}
          {settings?.name ?? identity.storeId}
          {host ? (
            <>
              <br />
              {t('settings.version')}: {host.version} ·{' '}
              {t(host.kind === 'desktop' ? 'settings.inApp' : 'settings.inBrowser')}
            </>
          ) : null}
        </p>
        <DisplaySetting />
        {host?.kind === 'desktop' ? <DesktopSettings /> : null}
        {host ? <LogSetting /> : null}
        <MoveSetting />
        <Button isWide icon={<IconPrinter size={22} />} onClick={() => onGo('devices')}>
          {t('devices.open')}
        </Button>
        <Button isWide icon={<IconLayoutGrid size={22} />} onClick={() => onGo('quickKeys')}>
          {t('quickKeys.title')}
        </Button>
        <Button isWide icon={<IconHelp size={22} />} onClick={() => setTourOpen(true)}>
          {t('training.tour')}
        </Button>
        <TrainingEntry />
        <Button isWide keyName="F12" icon={<IconLock size={22} />} onClick={lock}>
          {t('staff.lock')}
        </Button>
      </div>
    </Dialog>
  );
};
