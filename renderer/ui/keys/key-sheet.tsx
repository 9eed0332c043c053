import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../button/key-cap.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { useKeyName } from './use-key-name.ts';
import { useKeyBindings } from './use-keys.ts';
import classes from './key-sheet.module.css';

type KeySheetProps = {
  /** What the screen is for. */
  readonly about: string;
  readonly onClose: () => void;
};

/** What the screen is for, and every key that did something when the sheet was opened. */
export const KeySheet = ({ about, onClose }: KeySheetProps) => {
  const { t } = useTranslation();
  const keyName = useKeyName();
  // The first rendering still sees what lies below; afterwards the sheet itself hears the keys.
  const [bindings] = useState(useKeyBindings());
  return (
    <Dialog title={t('keys.title')} onClose={onClose} width={720}>
      <p className={classes['about']}>{about}</p>
      <dl className={classes['keys']}>
        {bindings.map(({ key, label }) => (
          <div key={key} className={classes['key']}>
            <dt>
              <KeyCap>{keyName(key)}</KeyCap>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};
