import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useScanner } from '../scanner/use-scanner.ts';
import { charsToEntryKeys, type EntryKey } from './entry.ts';
import { NumberPad } from './number-pad.tsx';
import classes from './pad-dialog.module.css';

type PadFormProps = {
  /** From `useEntry`: keys of the pad and of the keyboard. */
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

/** There is no text field behind the number, so a scan never gets into it: it beeps. */
const PadForm = (props: PadFormProps) => {
  const { onPress, corner, submitLabel, onSubmit, canSubmit, isBusy = false, children } = props;
  const { t } = useTranslation();
  useScanner({
    onScan: () => false,
    onTyped: ({ decoded }) => charsToEntryKeys(decoded).forEach(onPress),
  });
  useKeys([
    { key: 'Backspace', label: t('entry.backspace'), run: () => onPress('backspace') },
    { key: 'Delete', label: t('entry.clear'), run: () => onPress('clear') },
    { key: 'Enter', label: submitLabel, run: onSubmit, disabled: !canSubmit || isBusy },
  ]);
  return (
    <div className={classes['columns']}>
      <div className={classes['left']}>{children}</div>
      <div className={classes['right']}>
        <NumberPad onPress={onPress} corner={corner} />
        <Button
          tone="primary"
          size="large"
          isWide
          disabled={!canSubmit}
          isBusy={isBusy}
          keyName={t('keys.names.Enter')}
          onClick={onSubmit}
        >
          {submitLabel}
        </Button>
      </div>
    </div>
  );
};

type PadDialogProps = PadFormProps & {
  readonly title: string;
  readonly onClose: () => void;
};

/** Asks for a number: what it is for on the left, the pad and the one thing to do with it on the right. */
export const PadDialog = ({ title, onClose, ...form }: PadDialogProps) => (
  <Dialog title={title} onClose={form.isBusy === true ? undefined : onClose} width={720}>
    <PadForm {...form} />
  </Dialog>
);
