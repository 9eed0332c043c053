import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { Screen } from '#renderer/ui/shell/screen.tsx';
import { SearchField } from '#renderer/ui/shell/search-field.tsx';
import { AmountDialog } from './amount-dialog.tsx';
import { type Done, DoneDialog } from './done-dialog.tsx';
import { LowStock } from './low-stock.tsx';
import { ModeChips } from './mode-chips.tsx';
import { ProductCard } from './product-card.tsx';
import { ProductRows } from './product-rows.tsx';
import { ReceivedDialog } from './received-dialog.tsx';
import { SheetLines } from './sheet-lines.tsx';
import { SheetPanel } from './sheet-panel.tsx';
import { isJob, modeAfter } from './stock-mode.ts';
import { type StockChoice, useStockChoice } from './use-stock-choice.ts';

/** The stock of this store: look up, receive, count, send, write off, put right; all of it with or without a network. */
export const StockScreen = () => {
  const { t } = useTranslation();
  const choice = useStockChoice();
  const [done, setDone] = useState<Done | null>(null);
  const { mode, query, setQuery, found, pick, desk, codes } = choice;
  const { sheet } = desk;
  useStockKeys(choice);
  return (
    <Screen
      title={t('nav.stock')}
      search={
        <SearchField
          value={query}
          onChange={setQuery}
          placeholder={t('stockRoom.searchPlaceholder')}
          onSubmit={() => {
            const [first] = found ?? [];
            if (query !== '' && first) pick(first);
          }}
        />
      }
      panelLabel={t(`stockRoom.modes.${mode}`)}
      panel={
        isJob(mode) && sheet !== null ? (
          <SheetPanel
            key={sheet.id}
            sheet={sheet}
            desk={desk}
            isSearching={query !== ''}
            onDone={setDone}
            onLeave={() => choice.turnTo('lookUp')}
          />
        ) : (
          <ProductCard product={choice.chosen} />
        )
      }
    >
      <ModeChips chosen={mode} inHand={sheet} onChoose={choice.turnTo} />
      <Shown choice={choice} />
      <Asked choice={choice} />
      {codes.before === null ? null : (
        <ReceivedDialog before={codes.before} onReceive={codes.receiveMore} onClose={codes.leave} />
      )}
      {done === null ? null : <DoneDialog done={done} onClose={() => setDone(null)} />}
    </Screen>
  );
};

const useStockKeys = ({ mode, turnTo, query, setQuery, chosen, choose, desk }: StockChoice) => {
  const { t } = useTranslation();
  const isOpen = query !== '' || (!isJob(mode) && chosen !== null);
  const close = (): void => (query === '' ? choose(null) : setQuery(''));
  useKeys([
    {
      key: 'F6',
      label: t('stockRoom.nextJob'),
      hint: true,
      run: () => turnTo(modeAfter(mode, desk.sheet)),
    },
    ...(isOpen ? [{ key: 'Escape', label: t('keys.back'), run: close } as const] : []),
  ]);
};

const Shown = ({ choice }: { readonly choice: StockChoice }) => {
  const { mode, query, found, pick, chosen, ask, desk } = choice;
  if (query === '' && isJob(mode) && desk.sheet !== null)
    return (
      <SheetLines
        sheet={desk.sheet}
        desk={desk}
        chosen={choice.line}
        onChoose={choice.chooseLine}
        onAsk={ask}
      />
    );
  if (query === '' && mode === 'low') return <LowStock chosen={chosen} onPick={choice.choose} />;
  return <ProductRows products={found} query={query} chosen={chosen} onPick={pick} />;
};

/** How many of it, where that is typed. */
const Asked = ({
  choice: { asked, ask, chooseLine, mode, desk },
}: {
  readonly choice: StockChoice;
}) =>
  asked === null ? null : (
    <AmountDialog
      product={asked}
      held={desk.sheet?.lines.find(({ sku }) => sku === asked.sku)?.quantity ?? null}
      isSigned={mode === 'adjust'}
      onSet={(quantity) => {
        chooseLine(asked.sku);
        void desk.set(asked.sku, quantity);
        ask(null);
      }}
      onClose={() => ask(null)}
    />
  );
