import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import type { NewChannel } from '#shared/protocol/administration.ts';
import { useNewChannel } from '../data/use-channels.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Form } from '../parts/form.tsx';
import { TextField } from '../parts/text-field.tsx';
import classes from './channel-dialog.module.css';

const KINDS = ['web', 'app', 'phone', 'social', 'marketplace'] as const;

/** The key, for as long as the dialog is open and never again. */
const Key = ({ name, value }: { readonly name: string; readonly value: string }) => {
  const { t } = useTranslation();
  return (
    <div aria-live="polite">
      <p className={classes['explain']}>{t('admin.keyOnce')}</p>
      <output className={classes['key']} aria-label={t('admin.keyOf', { name })}>
        {value}
      </output>
    </div>
  );
};

/** Makes the key of an online channel. */
export const ChannelDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { mutate, data, error, isPending } = useNewChannel();
  const [channel, setChannel] = useState<NewChannel>({ name: '', channel: 'web' });
  return (
    <Dialog title={t('admin.newChannel')} onClose={onClose}>
      {data === undefined ? (
        <Form
          isBusy={isPending}
          failure={error}
          submit={t('admin.makeKey')}
          onSubmit={() => mutate(channel)}
          onCancel={onClose}
        >
          <TextField
            label={t('admin.channelName')}
            required
            data-autofocus
            maxLength={200}
            autoComplete="off"
            value={channel.name}
            onChange={(name) => setChannel({ ...channel, name })}
          />
          <Select
            label={t('admin.channelKind')}
            size="md"
            allowDeselect={false}
            data={KINDS.map((kind) => ({ value: kind, label: t(`channel.${kind}`) }))}
            value={channel.channel}
            onChange={(chosen) => {
              const kind = KINDS.find((one) => one === chosen);
              if (kind !== undefined) setChannel({ ...channel, channel: kind });
            }}
          />
          <TextField
            label={t('admin.callbackUrl')}
            description={t('admin.callbackHint')}
            type="url"
            pattern="https?://.+"
            maxLength={400}
            autoComplete="off"
            value={channel.callbackUrl ?? ''}
            onChange={(url) => setChannel({ ...channel, callbackUrl: url === '' ? null : url })}
          />
        </Form>
      ) : (
        <>
          <Key name={channel.name} value={data.key} />
          <Button tone="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      )}
    </Dialog>
  );
};
