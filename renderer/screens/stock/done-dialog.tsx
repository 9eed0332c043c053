import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StockSheet } from '#shared/domain/stock/sheet.ts';
import type { Label } from '#shared/receipt/label-lines.ts';
import { useNamedProducts } from '#renderer/queries/use-named-products.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useLabelPrinting } from '#renderer/session/use-label-printing.ts';
import type { Completed } from '#renderer/session/use-stock-sheet.ts';
import { PrintedLabels } from '#renderer/ui/barcode/printed-labels.tsx';
import { ShelfLabel } from '#renderer/ui/barcode/shelf-label.tsx';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useShelfLabel } from './use-shelf-label.ts';
import classes from './stock.module.css';

export type Done = { readonly sheet: StockSheet; readonly completed: Completed };

type DoneDialogProps = { readonly done: Done; readonly onClose: () => void };

/** The job is in the books; goods that leave get a slip that the other store scans, goods that came their labels. */
export const DoneDialog = ({ done, onClose }: DoneDialogProps) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t(`stockRoom.modes.${done.sheet.kind}`)} onClose={onClose} width={460}>
      <Body done={done} onClose={onClose} />
    </Dialog>
  );
};

const Body = ({ done: { sheet, completed }, onClose }: DoneDialogProps) => {
  const { t } = useTranslation();
  useKeys([{ key: 'Enter', label: t('common.close'), run: onClose }]);
  return (
    <div className={classes['form']}>
      <Notice tone="ok">{t(`stockRoom.done.${sheet.kind}`)}</Notice>
      {completed.sent === null ? null : <Slip sent={completed.sent} />}
      {sheet.kind === 'receive' ? <Labels sheet={sheet} /> : null}
      <Button tone="primary" isWide keyName={t('keys.names.Enter')} onClick={onClose}>
        {t('common.close')}
      </Button>
    </div>
  );
};

const Slip = ({ sent }: { readonly sent: NonNullable<Completed['sent']> }) => {
  const { t } = useTranslation();
  const { stores, settings } = useReferences();
  const { deliveryId, toStoreId } = sent;
  const slip = {
    title: t('stockRoom.transferTo'),
    figure: stores.find(({ storeId }) => storeId === toStoreId)?.name ?? toStoreId,
    note: settings?.name ?? '',
    code: deliveryId,
  };
  return (
    <>
      <ShelfLabel {...slip} />
      <PrintButton label={t('stockRoom.printSlip')} printed={[slip]} />
    </>
  );
};

/** Of everything that came, the shelf labels. */
const Labels = ({ sheet: { lines } }: { readonly sheet: StockSheet }) => {
  const { t } = useTranslation();
  const labelOf = useShelfLabel();
  const came = lines.filter(({ quantity }) => quantity > 0);
  const products = useNamedProducts(came.map(({ sku }) => sku));
  if (products.size === 0) return null;
  return (
    <PrintButton
      label={t('stockRoom.printLabels', { count: products.size })}
      printed={[...products.values()].map(labelOf)}
    />
  );
};

type PrintButtonProps = { readonly label: string; readonly printed: readonly Label[] };

const PrintButton = ({ label, printed }: PrintButtonProps) => {
  const { t } = useTranslation();
  const printLabels = useLabelPrinting();
  const print = (): void => void printLabels(printed);
  useKeys([{ key: 'F8', label: t('common.print'), run: print }]);
  return (
    <>
      <Button isWide icon={<IconPrinter size={20} />} keyName="F8" onClick={print}>
        {label}
      </Button>
      <PrintedLabels labels={printed} />
    </>
  );
};
