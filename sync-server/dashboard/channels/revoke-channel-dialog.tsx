import { useTranslation } from 'react-i18next';
import type { ChannelRow } from '#shared/protocol/administration.ts';
import { useRevokeChannel } from '../data/use-channels.ts';
import { Dialog } from '../parts/dialog.tsx';
import { RevokeForm } from '../parts/revoke-form.tsx';

type RevokeChannelDialogProps = { readonly channel: ChannelRow; readonly onClose: () => void };

/** Asks before a channel's key is withdrawn. */
export const RevokeChannelDialog = ({ channel, onClose }: RevokeChannelDialogProps) => {
  const { t } = useTranslation();
  const { mutate, error, isPending } = useRevokeChannel();
  const { channelId, name } = channel;
  return (
    <Dialog title={t('admin.revokeChannelQuestion', { name })} onClose={onClose}>
      <RevokeForm
        explain={t('admin.revokeChannelExplain')}
        failure={error}
        isBusy={isPending}
        onRevoke={() => mutate(channelId, { onSuccess: onClose })}
        onCancel={onClose}
      />
    </Dialog>
  );
};
