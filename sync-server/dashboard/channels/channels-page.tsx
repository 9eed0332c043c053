import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import type { ChannelRow } from '#shared/protocol/administration.ts';
import { useChannels } from '../data/use-channels.ts';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { ChannelDialog } from './channel-dialog.tsx';
import { ChannelsTable } from './channels-table.tsx';
import { RevokeChannelDialog } from './revoke-channel-dialog.tsx';

/** What is asked in a dialog. */
type Asked = { readonly type: 'new' } | { readonly type: 'revoke'; readonly channel: ChannelRow };

/** The shops, apps and marketplaces that place orders, each with a key of its own. */
export const ChannelsPage = () => {
  const { t } = useTranslation();
  const channels = useChannels();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  return (
    <Page
      title={t('admin.channels')}
      controls={
        <Button
          tone="primary"
          icon={<IconPlus size={20} />}
          onClick={() => setAsked({ type: 'new' })}
        >
          {t('admin.newChannel')}
        </Button>
      }
    >
      <Panel>
        <QueryView query={channels}>
          {(reply) =>
            reply.channels.length === 0 ? (
              <EmptyState
                icon={<IconPlugConnected size={40} stroke={1.6} />}
                title={t('admin.noChannels')}
                hint={t('admin.noChannelsHint')}
              />
            ) : (
              <ChannelsTable
                channels={reply.channels}
                onRevoke={(channel) => setAsked({ type: 'revoke', channel })}
              />
            )
          }
        </QueryView>
      </Panel>
      {asked?.type === 'new' ? <ChannelDialog onClose={close} /> : null}
      {asked?.type === 'revoke' ? (
        <RevokeChannelDialog channel={asked.channel} onClose={close} />
      ) : null}
    </Page>
  );
};
