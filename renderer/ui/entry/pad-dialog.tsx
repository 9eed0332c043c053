import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { useKeys } from '../keys/use-keys.ts';
import type { EntryKey } from './entry.ts';
import { NumberPad } from './number-pad.tsx';
import classes from './pad-dialog.module.css';

type PadDialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly onPress: (key: EntryKey) => void;
  readonly corner: '00' | 'point';
  readonly submitLabel: string;
  /** Enter and the large button. */
  readonly onSubmit: () => void;
  readonly canSubmit: boolean;
  readonly isBusy?: boolean;
  /** Left of the pad. */
  readonly children: ReactNode;
};

const SubmitKey = ({
  label,
  canSubmit,
  onSubmit,
}: {
  readonly label: string;
  readonly canSubmit: boolean;
  readonly onSubmit: () => void;
}) => {
  useKeys([{ key: 'Enter', label, run: onSubmit, disabled: !canSubmit }]);
  return null;
};

/** A number to enter: what it is for on the left, the pad and the one thing to do with it on the right. */
export const PadDialog = (props: PadDialogProps) => {
  const { title, onClose, onPress, corner, submitLabel, onSubmit, canSubmit, isBusy } = props;
  const { t } = useTranslation();
  return (
    <Dialog title={title} onClose={isBusy === true ? undefined : onClose} width={720}>
      <SubmitKey label={submitLabel} canSubmit={canSubmit && isBusy !== true} onSubmit={onSubmit} />
      <div className={classes['columns']}>
        <div className={classes['left']}>{props.children}</div>
        <div className={classes['right']}>
          <NumberPad onPress={onPress} corner={corner} />
          <Button
            tone="primary"
            size="large"
            isWide
            disabled={!canSubmit}
            isBusy={isBusy ?? false}
            keyName={t('keys.names.Enter')}
            onClick={onSubmit}
          >
            {submitLabel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
