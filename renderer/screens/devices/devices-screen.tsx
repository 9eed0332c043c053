import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundDevices } from '#shared/devices/devices.ts';
import type { Printer } from '#shared/devices/printing.ts';
import { useDevices } from '#renderer/session/use-devices.ts';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { Screen } from '#renderer/ui/shell/screen.tsx';
import classes from './devices.module.css';
import { FiscalSection } from './fiscal-section.tsx';
import { PrinterPanel } from './printer-panel.tsx';
import { PrinterSection } from './printer-section.tsx';
import { ScaleSection } from './scale-section.tsx';
import { ScannerSection } from './scanner-section.tsx';
import { withoutPrinter, withPrinter } from './with-printer.ts';
import { WaitingPapers } from './waiting-papers.tsx';

/** The devices of this computer: found, tried out and explained. */
export const DevicesScreen = () => {
  const { t } = useTranslation();
  const { settings, isUnavailable, save, find, test, testScale, sendTo, discard } = useDevices();
  const [chosen, setChosen] = useState<Printer | null>(null);
  const [found, setFound] = useState<FoundDevices | null>(null);
  if (settings === null) return <Screen title={t('devices.title')}>{null}</Screen>;
  const printers = settings.printers;
  const ports = found?.serial ?? [];
  const selected = chosen ?? printers[0] ?? null;
  const remove = async ({ id }: Printer): Promise<void> => {
    await save(withoutPrinter(settings, id));
    setChosen(null);
  };
  return (
    <Screen
      title={t('devices.title')}
      panelLabel={selected?.name ?? t('devices.choose')}
      panel={
        selected ? (
          <PrinterPanel
            key={selected.id}
            printer={selected}
            isReceiptPrinter={
              settings.receiptPrinterId === selected.id || settings.receiptPrinterId === null
            }
            isLabelPrinter={settings.labelPrinterId === selected.id}
            test={test}
            onSave={(printer, uses) => save(withPrinter(settings, printer, uses))}
            onRemove={() => remove(selected)}
          />
        ) : (
          <EmptyState icon={<IconPrinter size={40} stroke={1.5} />} title={t('devices.choose')} />
        )
      }
    >
      <div className={classes['body']}>
        {isUnavailable ? (
          <Notice tone="warn" title={t('devices.unavailable')}>
            {t('devices.unavailableHint')}
          </Notice>
        ) : (
          <PrinterSection
            settings={settings}
            chosenId={selected?.id ?? null}
            onChoose={setChosen}
            found={found}
            find={async () => setFound(await find())}
          />
        )}
        <ScannerSection
          settings={settings}
          isUnavailable={isUnavailable}
          ports={ports}
          save={save}
        />
        <ScaleSection
          settings={settings}
          isUnavailable={isUnavailable}
          ports={ports}
          save={save}
          test={testScale}
        />
        <FiscalSection />
        <WaitingPapers printers={printers} sendTo={sendTo} discard={discard} />
      </div>
    </Screen>
  );
};
