import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFilters } from '../data/use-filters.ts';
import { usePolicies } from '../data/use-policies.ts';
import { useStores } from '../data/use-stores.ts';
import control from '../parts/control.module.css';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { PolicyEditor } from './policy-editor.tsx';
import classes from './policy-page.module.css';

const CHAIN = '';

/** What tills may do by themselves, with a manager and without the network: of the chain, or of one store. */
export const PolicyPage = () => {
  const { t } = useTranslation();
  const stores = useStores();
  const policies = usePolicies();
  const { values, set } = useFilters('store');
  const storeId = stores.find((store) => store.storeId === values.store)?.storeId ?? null;
  const isMixed = new Set(stores.map(({ currency }) => currency)).size > 1;
  return (
    <Page
      title={t('policy.title')}
      controls={
        <Select
          aria-label={t('dashboard.store')}
          w={240}
          size="md"
          classNames={{ input: control['control'] ?? '' }}
          allowDeselect={false}
          value={storeId ?? CHAIN}
          onChange={(chosen) => set('store', chosen === CHAIN ? undefined : (chosen ?? undefined))}
          data={[
            { value: CHAIN, label: t('policy.chain') },
            ...stores.map((store) => ({ value: store.storeId, label: store.name })),
          ]}
        />
      }
    >
      <Panel>
        <div className={classes['page']}>
          {isMixed && storeId === null ? <p>{t('policy.mixed')}</p> : null}
          <QueryView query={policies}>
            {(reply) => (
              // Another scope is another form.
              <PolicyEditor key={storeId ?? CHAIN} storeId={storeId} policies={reply.policies} />
            )}
          </QueryView>
        </div>
      </Panel>
    </Page>
  );
};
