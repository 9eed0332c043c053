import { IconDatabase } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { useHeldFor } from '#renderer/ui/feedback/use-held-for.ts';
import { CenteredPage } from '#renderer/ui/shell/centered-page.tsx';

/** Milliseconds in which a till is open as a rule: until then nothing flickers. */
const USUAL = 1000;

/** The till looks at what this computer has kept, which takes as long as its disk and its keyring take. */
export const Opening = () => {
  const { t } = useTranslation();
  const isSlow = useHeldFor(true, USUAL);
  return (
    <output>
      {isSlow ? (
        <CenteredPage>
          <EmptyState
            icon={<IconDatabase size={44} stroke={1.6} />}
            title={t('enrol.opening')}
            hint={t('enrol.openingHint')}
          />
        </CenteredPage>
      ) : null}
    </output>
  );
};
