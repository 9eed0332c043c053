import { Title } from '@mantine/core';
import { IconDatabaseImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MirroredTill } from '#shared/mirror/journal-mirror.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { CenteredPage } from '#renderer/ui/shell/centered-page.tsx';
import { useBusyPress } from './use-busy-press.ts';

type FoundTillsProps = {
  readonly tills: readonly MirroredTill[];
  readonly onRestore: (tillId: string) => Promise<void>;
  readonly onOther: () => Promise<void>;
};

/** The browser's data is gone, or this is another browser: a till of this computer is taken back, or another set up. */
export const FoundTills = ({ tills, onRestore, onOther }: FoundTillsProps) => {
  const { t } = useTranslation();
  const { isBusy, press } = useBusyPress();
  return (
    <CenteredPage>
      <Title order={1} size="h2" m={0}>
        {t('recover.foundTitle')}
      </Title>
      <p style={{ margin: 0, color: 'var(--text-2)' }}>{t('recover.foundExplain')}</p>
      {tills.map(({ tillId, operations }) => (
        <Button
          key={tillId}
          tone="primary"
          size="large"
          isWide
          isBusy={isBusy}
          icon={<IconDatabaseImport size={22} />}
          onClick={press(() => onRestore(tillId))}
        >
          {t('recover.restore', { till: tillId })} ·{' '}
          {t('recover.operations', { count: operations })}
        </Button>
      ))}
      <Button size="large" isWide disabled={isBusy} onClick={press(onOther)}>
        {t('recover.other')}
      </Button>
      <output>{isBusy ? t('recover.restoring') : null}</output>
    </CenteredPage>
  );
};
