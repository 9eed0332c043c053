import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useScanner } from '../scanner/use-scanner.ts';
import { charsToEntryKeys, type EntryKey } from './entry.ts';
import { NumberPad } from './number-pad.tsx';
import classes from './pin-pad.module.css';

const SHORTEST_PIN = 4;
const LONGEST_PIN = 6;

type PinPadProps = {
  readonly pin: string;
  readonly onChange: (pin: string) => void;
  /** Enter, with as many digits as a PIN has; the last that a PIN can have needs no Enter. */
  readonly onSubmit: (pin: string) => void;
  /** A badge in place of the PIN; false = nobody's. Left out: badges are not heard. */
  readonly onScan?: ((code: string) => Promise<boolean>) | undefined;
  readonly submitLabel: string;
  /** Wrong PIN, locked out: in the reader's language. */
  readonly problem?: string | undefined;
  /** Locked out. */
  readonly disabled?: boolean;
  /** Being checked. */
  readonly isBusy?: boolean;
};

const pressed = (pin: string, key: EntryKey): string => {
  if (key === 'clear') return '';
  if (key === 'backspace') return pin.slice(0, -1);
  return key === 'point' ? pin : (pin + key).slice(0, LONGEST_PIN);
};

/** A PIN on the pad or the keyboard; nobody sees more of it than how many digits it has. */
export const PinPad = (props: PinPadProps) => {
  const { pin, onChange, onSubmit, submitLabel, problem, isBusy = false } = props;
  const { t } = useTranslation();
  const disabled = isBusy || props.disabled === true;
  const take = (entered: string): void => {
    onChange(entered);
    if (entered.length === LONGEST_PIN && entered !== pin) onSubmit(entered);
  };
  const press = (key: EntryKey): void => take(pressed(pin, key));
  const canSubmit = !disabled && pin.length >= SHORTEST_PIN;
  useScanner({
    onScan: (code) => props.onScan?.(code) ?? false,
    onTyped: ({ decoded }) => {
      if (!disabled) take(charsToEntryKeys(decoded).reduce(pressed, pin));
    },
  });
  useKeys([
    { key: 'Backspace', label: t('entry.backspace'), run: () => press('backspace'), disabled },
    { key: 'Delete', label: t('entry.clear'), run: () => press('clear'), disabled },
    {
      key: 'Enter',
      label: submitLabel,
      run: () => onSubmit(pin),
      disabled: !canSubmit,
    },
  ]);
  return (
    <div className={classes['pin']}>
      <output className={classes['dots']} aria-label={t('signIn.digits', { count: pin.length })}>
        {Array.from({ length: Math.max(SHORTEST_PIN, pin.length) }, (_, index) => (
          <span
            key={index}
            className={classes['dot']}
            data-filled={index < pin.length || undefined}
          />
        ))}
      </output>
      <p className={classes['problem']} role="alert">
        {problem}
      </p>
      <NumberPad corner="clear" disabled={disabled} onPress={press} />
      <Button
        tone="primary"
        size="large"
        isWide
        isBusy={isBusy}
        disabled={!canSubmit}
        keyName={t('keys.names.Enter')}
        onClick={() => onSubmit(pin)}
      >
        {submitLabel}
      </Button>
    </div>
  );
};
