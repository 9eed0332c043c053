import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrinterTest } from '#shared/devices/devices.ts';
import type { Printer, PrinterState } from '#shared/devices/printing.ts';
import type { Devices } from '#renderer/session/use-devices.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { Panel } from '#renderer/ui/shell/panel.tsx';
import classes from './devices.module.css';
import { PrinterForm } from './printer-form.tsx';
import { toneOf } from './printer-tone.ts';
import { testPage } from './test-page.ts';
import type { Uses } from './with-printer.ts';

type PrinterPanelProps = {
  readonly printer: Printer;
  /** Receipts go to it. */
  readonly isReceiptPrinter: boolean;
  /** Labels go to it. */
  readonly isLabelPrinter: boolean;
  readonly test: Devices['test'];
  /** Resolves with whether it is saved. */
  readonly onSave: (printer: Printer, uses: Uses) => Promise<boolean>;
  readonly onRemove: () => Promise<void>;
};

const TESTS = [
  ['state', 'devices.testState'],
  ['page', 'devices.testPage'],
  ['codePages', 'devices.testCodes'],
  ['drawer', 'devices.testDrawer'],
] as const;

/** One printer: how it is reached, what it says, and pages to see whether it is right. */
export const PrinterPanel = (props: PrinterPanelProps) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const [printer, setPrinter] = useState(props.printer);
  const [isReceiptPrinter, setReceiptPrinter] = useState(props.isReceiptPrinter);
  const [isLabelPrinter, setLabelPrinter] = useState(props.isLabelPrinter);
  const [running, setRunning] = useState<PrinterTest | null>(null);
  const [state, setState] = useState<PrinterState | null>(null);
  const [isSaved, setSaved] = useState<boolean | null>(null);
  const change = (next: Printer): void => {
    setPrinter(next);
    setSaved(null);
  };
  const run = async (what: PrinterTest): Promise<void> => {
    setRunning(what);
    setSaved(null);
    const page = testPage(t('devices.pageTitle'), money(123_456));
    setState((await props.test(printer, what, page)) ?? 'no_answer');
    setRunning(null);
  };
  const save = async (): Promise<void> => {
    setState(null);
    setSaved(await props.onSave(printer, { isReceiptPrinter, isLabelPrinter }));
  };
  useKeys([{ key: 'F8', label: t('devices.save'), run: () => void save() }]);
  return (
    <Panel
      foot={
        <>
          <div aria-live="polite">
            {state === null ? null : (
              <Notice tone={toneOf(state)} title={t(`devices.state.${state}`)}>
                {t(`devices.hint.${state}`)}
              </Notice>
            )}
            {isSaved === false ? <Notice tone="danger">{t('devices.notSaved')}</Notice> : null}
            {isSaved === true ? <Notice tone="ok">{t('devices.saved')}</Notice> : null}
          </div>
          <div className={classes['ends']}>
            <Button onClick={() => void props.onRemove()}>{t('devices.remove')}</Button>
            <Button tone="primary" keyName="F8" onClick={() => void save()}>
              {t('devices.save')}
            </Button>
          </div>
        </>
      }
    >
      <PrinterForm printer={printer} onChange={change} />
      <div className={classes['checks']}>
        <Check
          label={t('devices.drawer')}
          isOn={printer.hasDrawer}
          onChange={(hasDrawer) => change({ ...printer, hasDrawer })}
        />
        <Check
          label={t('devices.receiptsHere')}
          isOn={isReceiptPrinter}
          onChange={setReceiptPrinter}
        />
        <Check label={t('devices.labelsHere')} isOn={isLabelPrinter} onChange={setLabelPrinter} />
      </div>
      <div className={classes['acts']}>
        {TESTS.map(([what, label]) =>
          what === 'drawer' && !printer.hasDrawer ? null : (
            <Button
              key={what}
              isBusy={running === what}
              disabled={running !== null}
              onClick={() => void run(what)}
            >
              {t(label)}
            </Button>
          ),
        )}
      </div>
      <p className={classes['quiet']}>{t('devices.codesHint')}</p>
    </Panel>
  );
};

type CheckProps = {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
};

const Check = ({ label, isOn, onChange }: CheckProps) => (
  <label className={classes['check']}>
    <input
      type="checkbox"
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    {label}
  </label>
);
