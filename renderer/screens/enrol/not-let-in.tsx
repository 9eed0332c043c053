import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { CenteredPage } from '#renderer/ui/shell/centered-page.tsx';
import { ConnectAgain, type ConnectAgainProps } from './connect-again.tsx';

/** A till that came back from its copy, at a server that does not know it any more. */
export const NotLetIn = ({
  tillId,
  ...connecting
}: ConnectAgainProps & { readonly tillId: string }) => {
  const { t } = useTranslation();
  return (
    <CenteredPage>
      <Notice tone="warn" title={t('recover.needsServerTitle', { till: tillId })}>
        {t('recover.needsCode', { till: tillId })}
      </Notice>
      <ConnectAgain {...connecting} />
    </CenteredPage>
  );
};
