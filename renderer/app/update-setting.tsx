import { SegmentedControl } from '@mantine/core';
import { IconDownload, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/till-context.ts';
import { type Update, useUpdate } from '../session/use-update.ts';
import { Button } from '../ui/button/button.tsx';
import { Notice } from '../ui/feedback/notice.tsx';

/** The next version of the app: what it waits for, or a button to have it now. */
export const UpdateSetting = () => {
  const { t } = useTranslation();
  const update = useUpdate();
  const isManager = useSession((state) => state.signedIn?.staff.role === 'manager');
  if (update === null) return null;
  return (
    <>
      {update.stage === 'ready' ? <ReadyUpdate update={update} /> : null}
      {isManager ? (
        <div style={{ display: 'grid', gap: 'var(--sp-2)' }}>
          <span id="update-channel">{t('update.channel')}</span>
          <SegmentedControl
            size="lg"
            fullWidth
            aria-labelledby="update-channel"
            value={update.channel}
            onChange={(value) =>
              void update.follow(value === 'early' ? 'early' : 'stable').catch(reportError)
            }
            data={[
              { value: 'stable', label: t('update.stable') },
              { value: 'early', label: t('update.early') },
            ]}
          />
        </div>
      ) : null}
    </>
  );
};

const ReadyUpdate = ({ update }: { readonly update: Update }) => {
  const { t } = useTranslation();
  const { waitsFor, isUnattended } = update;
  const [attempt, setAttempt] = useState<'none' | 'begun' | 'failed'>('none');
  const install = async (): Promise<void> => {
    setAttempt('begun');
    if (!(await update.install(true))) setAttempt('failed');
  };
  const when = (): string => {
    if (attempt === 'failed') return t('update.failed');
    if (waitsFor === null) return t(isUnattended ? 'update.now' : 'update.nowAsked');
    switch (waitsFor.type) {
      case 'shift_open':
        return t(isUnattended ? 'update.afterShift' : 'update.afterShiftAsked');
      case 'not_sent':
        return t('update.notSent', { count: waitsFor.count });
      // Never said to whoever asks.
      case 'somebody_there':
        return t('update.nowAsked');
    }
  };
  return (
    <>
      <Notice
        tone={attempt === 'failed' ? 'warn' : 'info'}
        icon={<IconDownload size={20} />}
        title={t('update.ready', { version: update.version ?? '' })}
      >
        {when()}
      </Notice>
      {waitsFor === null ? (
        <Button
          isWide
          tone="primary"
          isBusy={attempt === 'begun'}
          icon={<IconRefresh size={22} />}
          onClick={() => void install().catch(reportError)}
        >
          {t('update.install')}
        </Button>
      ) : null}
    </>
  );
};
