import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountOf } from '#shared/domain/points/of-order.ts';
import { tokenKindOf } from '#shared/tokens/token-text.ts';
import type { Sold } from '#renderer/commands/find-sold.ts';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { Screen } from '#renderer/ui/shell/screen.tsx';
import { SearchField } from '#renderer/ui/shell/search-field.tsx';
import { DifferencePayment } from './difference-payment.tsx';
import { RefundPanel } from './refund-panel.tsx';
import { ReturnedDialog } from './returned-dialog.tsx';
import { SoldGoods } from './sold-goods.tsx';
import { usePrimaryAct } from './use-primary-act.ts';
import { useRestrictions } from './use-restrictions.ts';
import { useReturnKeys } from './use-return-keys.ts';
import { useSoldReturn } from './use-sold-return.ts';

type SoldViewProps = {
  readonly sold: Sold;
  readonly isOffline: boolean;
  /** Another receipt was scanned or typed. */
  readonly onSearch: (text: string) => Promise<boolean>;
  readonly onEnd: () => void;
};

/** One purchase on one screen: what comes back, why, what is taken instead, and the money. */
export const SoldView = ({ sold, isOffline, onSearch, onEnd }: SoldViewProps) => {
  const { t } = useTranslation();
  const draft = useSoldReturn(sold, isOffline);
  const restrictions = useRestrictions(sold.told);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(draft.lines[0]?.id ?? null);
  const [isPaying, setPaying] = useState(false);
  const [isStranger, setStranger] = useState(false);
  const primary = usePrimaryAct(sold.told, draft, () => setPaying(true));
  useReturnKeys({
    order: sold.told,
    draft,
    primary,
    chosen,
    choose: setChosen,
    restrictions,
    onCancel: onEnd,
  });

  const scan = async (code: string): Promise<boolean> => {
    setStranger(false);
    if (await draft.scanGoods(code)) return true;
    if (draft.way === 'gift_card' && tokenKindOf(code) === null) {
      draft.setGiftCard(code);
      return true;
    }
    if (await onSearch(code)) return true;
    setStranger(true);
    return false;
  };
  useScanner({ onScan: scan, onTyped: ({ text }) => setQuery((before) => before + text) });
  const { done, basket } = draft;
  return (
    <Screen
      title={t('returns.title')}
      search={
        <SearchField
          value={query}
          onChange={setQuery}
          placeholder={t(basket ? 'returns.scanGoods' : 'returns.searchPlaceholder')}
          onSubmit={() => {
            if (basket === null) void onSearch(query);
          }}
        />
      }
      panelLabel={t('returns.how')}
      panel={
        <RefundPanel
          sold={sold}
          draft={draft}
          isOffline={isOffline}
          primary={primary}
          onCancel={onEnd}
        />
      }
    >
      <SoldGoods
        sold={sold}
        draft={draft}
        chosen={chosen}
        onChoose={setChosen}
        restrictions={restrictions}
        isStranger={isStranger}
        query={query}
      />
      {isPaying && done === null ? (
        <DifferencePayment
          draft={draft}
          customerId={accountOf(sold.told)}
          onClose={() => setPaying(false)}
        />
      ) : null}
      {done ? <ReturnedDialog returned={done} onNext={onEnd} onScan={onSearch} /> : null}
    </Screen>
  );
};
