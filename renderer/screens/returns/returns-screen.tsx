import { IconReceiptOff, IconReceiptRefund } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScannedCode } from '#renderer/session/scanned-code.ts';
import { useReturnProblemText } from '#renderer/session/use-return-problem-text.ts';
import { type ReturnSearch, useReturnSearch } from '#renderer/session/use-return-search.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { LoadingLines } from '#renderer/ui/feedback/loading-lines.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useLatest } from '#renderer/ui/input/use-latest.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { Screen } from '#renderer/ui/shell/screen.tsx';
import { SearchField } from '#renderer/ui/shell/search-field.tsx';
import { BlindView } from './blind-view.tsx';
import { FoundList } from './found-list.tsx';
import { SoldView } from './sold-view.tsx';
import classes from './returns.module.css';

/** Goods come back: the purchase is found, or there is no receipt. */
export const ReturnsScreen = () => {
  const search = useReturnSearch();
  const [isBlind, setBlind] = useState(false);
  const { code, taken } = useScannedCode();
  const latest = useLatest(search.search);
  useEffect(() => {
    if (code === null) return;
    taken();
    latest.current(code).catch(reportError);
  }, [code, taken, latest]);
  if (isBlind) return <BlindView onSearch={search.search} onEnd={() => setBlind(false)} />;
  const { sold, isOffline } = search;
  return sold ? (
    <SoldView
      key={sold.told.id}
      sold={sold}
      isOffline={isOffline}
      onSearch={search.search}
      onEnd={search.clear}
    />
  ) : (
    <SearchView search={search} onBlind={() => setBlind(true)} />
  );
};

type SearchViewProps = { readonly search: ReturnSearch; readonly onBlind: () => void };

const SearchView = ({ search, onBlind }: SearchViewProps) => {
  const { t } = useTranslation();
  const problemText = useReturnProblemText();
  const [query, setQuery] = useState('');
  const { found, problem, isAsking } = search;
  useScanner({
    onScan: search.search,
    onTyped: ({ text }) => setQuery((before) => before + text),
  });
  useKeys([
    { key: 'F11', label: t('returns.withoutReceipt'), hint: true, run: onBlind },
    {
      key: 'Enter',
      label: t('common.search'),
      disabled: query.trim() === '',
      run: () => void search.search(query),
    },
  ]);
  const isEmpty = found.length === 0 && problem === null && !isAsking;
  return (
    <Screen
      title={t('returns.title')}
      search={
        <SearchField
          value={query}
          onChange={setQuery}
          placeholder={t('returns.searchPlaceholder')}
          onSubmit={() => void search.search(query)}
        />
      }
    >
      <div className={classes['content']}>
        {isAsking ? <LoadingLines /> : null}
        {problem ? <Notice tone="danger">{problemText(problem)}</Notice> : null}
        {found.length > 0 ? (
          <FoundList found={found} onOpen={(sold) => void search.open(sold)} />
        ) : null}
        {isEmpty ? (
          <EmptyState
            icon={<IconReceiptRefund size={40} stroke={1.5} />}
            title={t('returns.empty')}
            hint={t('returns.emptyHint')}
          />
        ) : null}
        <div className={classes['aside']}>
          <Button keyName="F11" icon={<IconReceiptOff size={22} />} onClick={onBlind}>
            {t('returns.withoutReceipt')}
          </Button>
        </div>
      </div>
    </Screen>
  );
};
