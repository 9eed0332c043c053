import type { UseQueryResult } from '@tanstack/react-query';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { LoadingLines } from '#renderer/ui/feedback/loading-lines.tsx';
import { useProblemText } from './use-problem-text.ts';

type QueryViewProps<Data> = {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
};

/** What was read; until then grey lines, or why there is nothing and a way to try again. */
export const QueryView = <Data,>({ query, children }: QueryViewProps<Data>) => {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { data, error, isFetching, refetch } = query;
  if (data !== undefined) return children(data);
  if (error === null) return <LoadingLines />;
  return (
    <div role="alert">
      <EmptyState
        icon={<IconAlertTriangle size={40} stroke={1.6} color="var(--danger)" />}
        title={problemText(error.problem)}
        action={
          <Button
            icon={<IconRefresh size={20} />}
            isBusy={isFetching}
            onClick={() => void refetch()}
          >
            {t('common.retry')}
          </Button>
        }
      />
    </div>
  );
};
