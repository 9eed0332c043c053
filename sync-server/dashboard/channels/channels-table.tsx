import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { ChannelRow } from '#shared/protocol/administration.ts';
import form from '../parts/form.module.css';
import { Table } from '../parts/table.tsx';
import table from '../parts/table.module.css';

type ChannelsTableProps = {
  readonly channels: readonly ChannelRow[];
  readonly onRevoke: (channel: ChannelRow) => void;
};

const State = ({ revokedAt }: ChannelRow) => {
  const { t } = useTranslation();
  const format = useFormat();
  return revokedAt === null ? (
    <StatusBadge tone="ok">{t('admin.inUse')}</StatusBadge>
  ) : (
    <StatusBadge tone="neutral">
      {t('admin.revokedAt', { date: format.date(revokedAt) })}
    </StatusBadge>
  );
};

export const ChannelsTable = ({ channels, onRevoke }: ChannelsTableProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Table
      heads={[
        t('admin.channelName'),
        t('admin.channelKind'),
        t('admin.since'),
        t('dashboard.state'),
      ]}
      hasActions
    >
      {channels.map((channel) => (
        <tr key={channel.channelId}>
          <td>{channel.name}</td>
          <td>{t(`channel.${channel.channel}`)}</td>
          <td className={table['tight']}>
            {channel.createdAt === null ? '—' : format.date(channel.createdAt)}
          </td>
          <td>
            <State {...channel} />
          </td>
          <td>
            <div className={form['actions']}>
              {channel.revokedAt === null ? (
                <Button size="small" onClick={() => onRevoke(channel)}>
                  {t('dashboard.revoke')}
                </Button>
              ) : null}
            </div>
          </td>
        </tr>
      ))}
    </Table>
  );
};
