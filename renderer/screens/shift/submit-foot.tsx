import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';

type SubmitFootProps = {
  /** Why it was not done, in the reader's language. */
  readonly problem: string | null;
  readonly label: string;
  readonly isBusy: boolean;
  readonly onSubmit: () => void;
};

/** F8, and why it did nothing. */
export const SubmitFoot = ({ problem, label, isBusy, onSubmit }: SubmitFootProps) => (
  <>
    {problem === null ? null : <Notice tone="danger">{problem}</Notice>}
    <Button tone="primary" size="large" isWide keyName="F8" isBusy={isBusy} onClick={onSubmit}>
      {label}
    </Button>
  </>
);
