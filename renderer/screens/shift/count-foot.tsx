import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './shift.module.css';

type CountFootProps = {
  /** Minor units. */
  readonly counted: number;
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
};

/** What the notes and coins come to so far, and the end of the blind count. */
export const CountFoot = ({ counted, problem, isBusy, onConfirm }: CountFootProps) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const label = t('shift.confirmCount');
  useKeys([{ key: 'F8', label, hint: true, disabled: isBusy, run: onConfirm }]);
  return (
    <>
      {problem === null ? null : <Notice tone="danger">{problem}</Notice>}
      <output className={classes['total']} aria-live="polite">
        <span>{t('shift.counted')}</span>
        <strong>{money(counted)}</strong>
      </output>
      <Button tone="primary" size="large" isWide keyName="F8" isBusy={isBusy} onClick={onConfirm}>
        {label}
      </Button>
    </>
  );
};
