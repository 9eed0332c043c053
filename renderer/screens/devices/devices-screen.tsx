import { IconPlus, IconPrinter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundDevices } from '#shared/devices/devices.ts';
import type { Printer, PrinterAddress } from '#shared/devices/printing.ts';
import { useDevices } from '#renderer/session/use-devices.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { Screen } from '#renderer/ui/shell/screen.tsx';
import classes from './devices.module.css';
import { FoundPlaces } from './found-places.tsx';
import { PrinterList } from './printer-list.tsx';
import { PrinterPanel } from './printer-panel.tsx';
import { ScannerSection } from './scanner-section.tsx';
import { withoutPrinter, withPrinter } from './with-printer.ts';
import { WaitingPapers } from './waiting-papers.tsx';

const newPrinter = (name: string, address: PrinterAddress): Printer => ({
  id: crypto.randomUUID(),
  name,
  address,
  columns: 48,
  charset: 'cp866',
  codePage: 17,
  hasDrawer: true,
});

/** The devices of this computer: found, tried out and explained. */
export const DevicesScreen = () => {
  const { t } = useTranslation();
  const { settings, isUnavailable, save, find, test, sendTo, discard } = useDevices();
  const [chosen, setChosen] = useState<Printer | null>(null);
  const [found, setFound] = useState<FoundDevices | null>(null);
  const [isLooking, setLooking] = useState(false);
  if (settings === null) return <Screen title={t('devices.title')}>{null}</Screen>;
  const printers = settings.printers;
  const selected = chosen ?? printers[0] ?? null;
  const look = async (): Promise<void> => {
    setLooking(true);
    setFound(await find());
    setLooking(false);
  };
  const add = (address: PrinterAddress): void =>
    setChosen(
      newPrinter(t('devices.printerName', { number: String(printers.length + 1) }), address),
    );
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
        ) : null}
        <section className={classes['group']}>
          <h2>{t('devices.printers')}</h2>
          <PrinterList settings={settings} chosenId={selected?.id ?? null} onChoose={setChosen} />
          <div className={classes['acts']}>
            <Button
              icon={<IconPlus size={20} />}
              disabled={isUnavailable}
              onClick={() => add({ type: 'network', host: '', port: 9100 })}
            >
              {t('devices.add')}
            </Button>
            <Button
              icon={<IconSearch size={20} />}
              isBusy={isLooking}
              disabled={isUnavailable}
              onClick={() => void look()}
            >
              {t(isLooking ? 'devices.finding' : 'devices.find')}
            </Button>
          </div>
          {found ? <FoundPlaces found={found} onUse={add} /> : null}
        </section>
        <ScannerSection />
        <WaitingPapers printers={printers} sendTo={sendTo} discard={discard} />
      </div>
    </Screen>
  );
};
