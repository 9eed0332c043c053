import { IconShieldSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { type SensitiveAct, SensitiveKind } from '#shared/protocol/sensitive-acts.ts';
import { useFilters } from '../data/use-filters.ts';
import { useSensitiveActs } from '../data/use-sensitive-acts.ts';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Segments } from '../parts/segments.tsx';
import { StoreFilter } from '../parts/store-filter.tsx';
import { StoreRegion } from '../parts/store-region.tsx';
import { Table } from '../parts/table.tsx';
import table from '../parts/table.module.css';
import { useNow } from '../parts/use-now.ts';
import { useSensitiveWords } from './use-sensitive-words.ts';

const ALL = 'all';

/**
 * What was done at tills that somebody may want to look into: voids, no sale, cash out, blind returns, prices given,
 * approvals, PINs and badges that were tried in vain.
 */
export const SensitivePage = () => {
  const { t } = useTranslation();
  const { values, set } = useFilters('store', 'only');
  const acts = useSensitiveActs(values.store);
  const only = SensitiveKind.enum.find((kind) => kind === values.only) ?? null;
  return (
    <StoreRegion storeId={values.store}>
      <Page
        title={t('sensitive.title')}
        controls={<StoreFilter value={values.store} onChange={(chosen) => set('store', chosen)} />}
      >
        <div className={table['scroll']}>
          <Segments
            aria-label={t('admin.what')}
            value={only ?? ALL}
            onChange={(chosen) => set('only', chosen === ALL ? undefined : chosen)}
            data={[
              { value: ALL, label: t('common.all') },
              ...SensitiveKind.enum.map((kind) => ({ value: kind, label: t(`sensitive.${kind}`) })),
            ]}
          />
        </div>
        <Panel>
          <QueryView query={acts}>
            {(reply) => {
              const shown = reply.acts.filter(({ kind }) => only === null || kind === only);
              return shown.length === 0 ? (
                <EmptyState
                  icon={<IconShieldSearch size={40} stroke={1.6} />}
                  title={t('sensitive.none')}
                />
              ) : (
                <SensitiveTable acts={shown} />
              );
            }}
          </QueryView>
        </Panel>
      </Page>
    </StoreRegion>
  );
};

const SensitiveTable = ({ acts }: { readonly acts: readonly SensitiveAct[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useSensitiveWords();
  const now = new Date(useNow()).toISOString();
  return (
    <Table
      heads={[
        t('admin.when'),
        t('shifts.till'),
        t('admin.who'),
        t('admin.what'),
        t('storedValue.amount'),
        t('sensitive.approvedBy'),
      ]}
    >
      {acts.map((act) => (
        <tr key={act.operationId}>
          <td className={table['tight']}>{format.moment(act.at, now)}</td>
          <td className={table['tight']}>{act.tillId}</td>
          <td>{act.by ?? t('sensitive.nobody')}</td>
          <td>
            {t(`sensitive.${act.kind}`)}
            <span className={table['small']}>{words(act)}</span>
          </td>
          <td className={table['tight']}>
            {act.amount ? format.money(act.amount.amount, act.amount.currency) : '—'}
          </td>
          <td>
            {act.approvedBy ?? (act.isAllowed ? '—' : null)}
            {act.isAllowed ? null : (
              <StatusBadge tone="danger">{t('sensitive.notAllowed')}</StatusBadge>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
};
