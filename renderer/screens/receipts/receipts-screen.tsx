import { IconReceipt } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReceipts } from '#renderer/queries/use-orders.ts';
import { useReceipt } from '#renderer/queries/use-receipt.ts';
import { useReceiptCode } from '#renderer/queries/use-receipt-code.ts';
import { useReceiptDesk } from '#renderer/session/use-receipt-desk.ts';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { LoadingLines } from '#renderer/ui/feedback/loading-lines.tsx';
import { ReceiptPaper } from '#renderer/ui/receipt/receipt-paper.tsx';
import { Screen } from '#renderer/ui/shell/screen.tsx';
import { SearchField } from '#renderer/ui/shell/search-field.tsx';
import { matchesReceipt } from './matches-receipt.ts';
import { ReceiptList } from './receipt-list.tsx';
import { ReceiptActions } from './receipt-actions.tsx';
import { ReturnView } from './return-view.tsx';

/** Receipts people look up at the counter; older ones are found by the dashboard. */
const SHOWN = 200;

/** The newest receipts of this store, each with how far it has come, and one of them on paper. */
export const ReceiptsScreen = () => {
  const { t } = useTranslation();
  const rows = useReceipts(SHOWN);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = rows?.filter((row) => matchesReceipt(row, query));
  const selected = shown?.find(({ id }) => id === chosen) ?? shown?.[0];
  const order = selected?.of.type === 'order' ? selected.of.order : null;
  const receipt = useReceipt(order);
  const code = useReceiptCode(order);
  const desk = useReceiptDesk(order, true);
  return (
    <Screen
      title={t('receipts.title')}
      search={
        <SearchField
          value={query}
          onChange={setQuery}
          placeholder={t('receipts.searchPlaceholder')}
        />
      }
      panelLabel={t('receipt.title')}
      panel={
        selected?.of.type === 'return' ? (
          <ReturnView returned={selected.of.returned} at={selected.at} />
        ) : receipt ? (
          <ReceiptActions orderId={order?.id ?? null} code={code} desk={desk}>
            <ReceiptPaper receipt={receipt} code={code} form={desk.next} locale={desk.locale} />
          </ReceiptActions>
        ) : (
          <EmptyState icon={<IconReceipt size={40} stroke={1.5} />} title={t('receipts.choose')} />
        )
      }
    >
      {shown === undefined ? <LoadingLines /> : null}
      {shown?.length === 0 ? (
        <EmptyState
          icon={<IconReceipt size={40} stroke={1.5} />}
          title={t('receipts.empty')}
          hint={t('receipts.emptyHint')}
        />
      ) : null}
      <ReceiptList rows={shown ?? []} chosen={selected?.id ?? null} onChoose={setChosen} />
    </Screen>
  );
};
