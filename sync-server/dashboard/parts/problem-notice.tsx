import { IconAlertTriangle } from '@tabler/icons-react';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import type { RequestFailure } from '../data/request-failure.ts';
import { useProblemText } from './use-problem-text.ts';

/** Why what was asked for did not happen; nothing while there is nothing to tell. */
export const ProblemNotice = ({ failure }: { readonly failure: RequestFailure | null }) => {
  const problemText = useProblemText();
  return (
    <div role="alert">
      {failure === null ? null : (
        <Notice tone="danger" icon={<IconAlertTriangle size={20} aria-hidden />}>
          {problemText(failure.problem)}
        </Notice>
      )}
    </div>
  );
};
