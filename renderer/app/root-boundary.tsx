import { IconAlertTriangle } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { CenteredFoot, CenteredPage } from '../ui/shell/centered-page.tsx';
import { WaysOut } from './ways-out.tsx';
import { LoadAgain } from './load-again.tsx';

type RootBoundaryProps = { readonly children: ReactNode };

/** What fails outside of a screen leaves a page that says so, as the app has no key that loads it again. */
export class RootBoundary extends Component<RootBoundaryProps, { readonly hasStopped: boolean }> {
  override state = { hasStopped: false };

  static getDerivedStateFromError(): { hasStopped: boolean } {
    return { hasStopped: true };
  }

  override render(): ReactNode {
    return this.state.hasStopped ? <StoppedPage /> : this.props.children;
  }
}

const StoppedPage = () => {
  const { t } = useTranslation();
  return (
    <CenteredFoot value={<WaysOut />}>
      <CenteredPage>
        <div role="alert">
          <EmptyState
            icon={<IconAlertTriangle size={44} stroke={1.6} color="var(--danger)" />}
            title={t('states.pageStopped')}
            hint={t('states.pageStoppedHint')}
          />
        </div>
        <LoadAgain />
      </CenteredPage>
    </CenteredFoot>
  );
};
