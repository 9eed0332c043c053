import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTillData } from '#renderer/queries/till-data.ts';
import { useFiscalProof } from '#renderer/queries/use-fiscal-proof.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import type { ZReport } from '#renderer/queries/use-shift.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { ShiftPaper } from '#renderer/ui/receipt/shift-paper.tsx';
import { Panel } from '#renderer/ui/shell/panel.tsx';
import { useShiftPrinting } from './use-shift-printing.ts';
import { usePaperNames } from './use-paper-names.ts';

/** A Z report on paper: printed at the receipt printer, or where there is none by the browser, which can make a PDF of it. */
export const ShiftPaperPanel = ({ closed }: { readonly closed: ZReport }) => {
  const { t } = useTranslation();
  const { identity } = useTillData();
  const { settings } = useReferences();
  const names = usePaperNames();
  const { id, payload, at, staffId } = closed;
  const fiscal = useFiscalProof(id, 'shift_closed');
  const paper = {
    ...names,
    storeName: settings?.name ?? '',
    tillId: identity.tillId,
    number: payload.number,
    currency: payload.currency,
    openedAt: payload.openedAt,
    openedBy: payload.openedBy,
    at,
    by: staffId,
    report: payload.report,
    closing: payload,
    isBlind: false,
    fiscal,
  };
  const printShift = useShiftPrinting();
  const print = (): void => void printShift(paper);
  useKeys([{ key: 'F7', label: t('common.print'), hint: true, run: print }]);
  return (
    <Panel
      foot={
        <>
          <Button isWide size="large" icon={<IconPrinter size={22} />} keyName="F7" onClick={print}>
            {t('common.print')}
          </Button>
        </>
      }
    >
      <ShiftPaper {...paper} />
    </Panel>
  );
};
