import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { quickNotes } from '#shared/domain/payment/quick-notes.ts';
import type { Sold } from '#renderer/commands/find-sold.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useReturnProblemText } from '#renderer/session/use-return-problem-text.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { CashDialog } from '#renderer/ui/entry/cash-dialog.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { Screen } from '#renderer/ui/shell/screen.tsx';
import { SearchField } from '#renderer/ui/shell/search-field.tsx';
import { ExchangeGoods } from './exchange-goods.tsx';
import { RefundPanel } from './refund-panel.tsx';
import { ReturnedDialog } from './returned-dialog.tsx';
import { SoldHead } from './sold-head.tsx';
import { SoldLines } from './sold-lines.tsx';
import { usePrimaryAct } from './use-primary-act.ts';
import { useRestrictions } from './use-restrictions.ts';
import { useReturnKeys } from './use-return-keys.ts';
import { useSoldReturn } from './use-sold-return.ts';
import classes from './returns.module.css';

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
  const { settings } = useReferences();
  const problemText = useReturnProblemText();
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
    if (await onSearch(code)) return true;
    setStranger(true);
    return false;
  };
  useScanner({ onScan: scan, onTyped: ({ text }) => setQuery((before) => before + text) });
  const { done, basket, offer } = draft;
  const paidText = draft.problem && isPaying ? problemText(draft.problem) : null;
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
      <div className={classes['content']}>
        <SoldHead sold={sold} />
        {isStranger ? <Notice tone="warn">{t('returnProblem.not_on_receipt')}</Notice> : null}
        <SoldLines
          order={sold.told}
          draft={draft}
          chosen={chosen}
          onChoose={setChosen}
          restrictions={restrictions}
        />
        {basket ? (
          <ExchangeGoods basket={basket} draft={draft} query={query} />
        ) : (
          <div>
            <Button
              size="large"
              keyName="F10"
              icon={<IconArrowsExchange size={24} />}
              onClick={draft.startExchange}
            >
              {t('returns.addGoods')}
            </Button>
          </div>
        )}
      </div>
      {isPaying && done === null ? (
        <CashDialog
          due={offer.dueInCash}
          notes={quickNotes(offer.dueInCash, settings?.notes ?? [])}
          isBusy={draft.isBusy}
          problem={paidText ?? undefined}
          onComplete={(received) => void draft.payCash(received)}
          onClose={() => setPaying(false)}
        />
      ) : null}
      {done ? <ReturnedDialog operation={done} onNext={onEnd} onScan={onSearch} /> : null}
    </Screen>
  );
};
