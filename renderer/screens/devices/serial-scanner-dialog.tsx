import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scanner } from '#shared/devices/scanner.ts';
import { useScannerState } from '#renderer/session/use-wired-scanner.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { AddressFields, usualAddress } from './address-fields.tsx';
import classes from './devices.module.css';
import { FoundPorts } from './found-ports.tsx';

type SerialScannerDialogProps = {
  /** null = there is none yet. */
  readonly scanner: Scanner | null;
  readonly ports: readonly string[];
  /** Resolves with whether it is saved. */
  readonly onSave: (scanner: Scanner | null) => Promise<boolean>;
  readonly onClose: () => void;
};

/** A scanner that does not type: where it is, and what it has just read. */
export const SerialScannerDialog = (props: SerialScannerDialogProps) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('scanner.serial')} onClose={props.onClose} width={520}>
      <Form {...props} />
    </Dialog>
  );
};

const Form = ({ scanner, ports, onSave, onClose }: SerialScannerDialogProps) => {
  const { t } = useTranslation();
  const [address, setAddress] = useState(scanner?.address ?? usualAddress('serial', 0));
  const [isRefused, setRefused] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const state = useScannerState();
  useScanner({
    onScan: (read) => {
      setCode(read);
      return true;
    },
  });
  const save = async (next: Scanner | null): Promise<void> => {
    const isSaved = await onSave(next);
    setRefused(!isSaved);
    if (isSaved && next === null) onClose();
  };
  useKeys([{ key: 'F8', label: t('devices.save'), run: () => void save({ address }) }]);
  return (
    <div className={classes['group']}>
      <p className={classes['quiet']}>{t('scanner.serialHint')}</p>
      <AddressFields address={address} onChange={setAddress} />
      <FoundPorts ports={ports} onUse={(path) => setAddress({ ...address, path })} />
      <div aria-live="polite">
        {state === 'listening' ? (
          <Notice tone="ok" title={t('scanner.listening')}>
            {code === null ? t('scanner.scanOne') : t('scanner.advice.good', { code })}
          </Notice>
        ) : null}
        {state === 'unreachable' ? (
          <Notice tone="warn" title={t('scanner.unreachable')}>
            {t('scanner.unreachableHint')}
          </Notice>
        ) : null}
        {isRefused ? <Notice tone="danger">{t('devices.notSaved')}</Notice> : null}
      </div>
      <div className={classes['ends']}>
        <Button disabled={scanner === null} onClick={() => void save(null)}>
          {t('devices.remove')}
        </Button>
        <Button tone="primary" keyName="F8" onClick={() => void save({ address })}>
          {t('devices.save')}
        </Button>
      </div>
    </div>
  );
};
