import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { EmptyState } from './empty-state.tsx';

type ScreenBoundaryProps = { readonly children: ReactNode };

/** A screen that stops takes nothing else with it: what was completed is on the disk, and it can be opened again. */
export class ScreenBoundary extends Component<
  ScreenBoundaryProps,
  { readonly hasStopped: boolean }
> {
  override state = { hasStopped: false };

  static getDerivedStateFromError(): { hasStopped: boolean } {
    return { hasStopped: true };
  }

  override render(): ReactNode {
    if (!this.state.hasStopped) return this.props.children;
    return <StoppedScreen onOpen={() => this.setState({ hasStopped: false })} />;
  }
}

const StoppedScreen = ({ onOpen }: { readonly onOpen: () => void }) => {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('states.crashTitle')}
      hint={t('states.crashHint')}
      action={<Button onClick={onOpen}>{t('states.reload')}</Button>}
    />
  );
};
