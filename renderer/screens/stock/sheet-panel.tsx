import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { differenceOf, type StockSheet } from '#shared/domain/stock/sheet.ts';
import { useNamedProducts } from '#renderer/queries/use-named-products.ts';
import type { SheetDesk } from '#renderer/session/use-stock-sheet.ts';
import { useStockProblemText } from '#renderer/session/use-stock-problem-text.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { Panel } from '#renderer/ui/shell/panel.tsx';
import { DeliveryChoice } from './delivery-choice.tsx';
import type { Done } from './done-dialog.tsx';
import { GiveUpDialog } from './give-up-dialog.tsx';
import { SheetFields } from './sheet-fields.tsx';
import classes from './stock.module.css';

type SheetPanelProps = {
  readonly sheet: StockSheet;
  readonly desk: SheetDesk;
  /** Escape ends the search first. */
  readonly isSearching: boolean;
  readonly onDone: (done: Done) => void;
  readonly onLeave: () => void;
};

/** What a job still needs to be told, what it comes to, and the one press that writes it. */
export const SheetPanel = (props: SheetPanelProps) => {
  const { sheet, desk, isSearching, onDone, onLeave } = props;
  const { t } = useTranslation();
  const problemText = useStockProblemText();
  const { kind, lines } = sheet;
  const isEmpty = lines.length === 0;
  const [isLeaving, setLeaving] = useState(false);
  const complete = async (): Promise<void> => {
    const completed = await desk.complete();
    if (completed === null) return;
    onDone({ sheet, completed });
    onLeave();
  };
  const cancel = (): void => {
    desk.cancel();
    onLeave();
  };
  const leave = isEmpty ? cancel : () => setLeaving(true);
  const label = t(`stockRoom.complete.${kind}`);
  useKeys([
    { key: 'F8', label, hint: true, disabled: isEmpty || desk.isBusy, run: () => void complete() },
    ...(isSearching ? [] : [{ key: 'Escape', label: t('keys.back'), run: leave } as const]),
  ]);
  const problem = desk.problem && problemText(desk.problem);
  return (
    <Panel
      head={
        <>
          <h2 className={classes['title']}>{t(`stockRoom.modes.${kind}`)}</h2>
          <p className={classes['quiet']}>{t(`stockRoom.hints.${kind}`)}</p>
        </>
      }
      foot={
        <>
          <Button
            tone="primary"
            size="large"
            isWide
            keyName="F8"
            icon={<IconCheck size={22} />}
            disabled={isEmpty}
            isBusy={desk.isBusy}
            onClick={() => void complete()}
          >
            {label}
          </Button>
          <Button isWide onClick={leave}>
            {t('stockRoom.giveUp')}
          </Button>
        </>
      }
    >
      {kind === 'receive' && isEmpty && sheet.delivery === null ? (
        <DeliveryChoice onChoose={desk.startDelivery} />
      ) : null}
      <SheetFields sheet={sheet} onChange={desk.change} />
      {isEmpty ? null : <Sum sheet={sheet} />}
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {isLeaving ? (
        <GiveUpDialog sheet={sheet} onGiveUp={cancel} onClose={() => setLeaving(false)} />
      ) : null}
    </Panel>
  );
};

/** How many products, and how many of them differ from what was expected. */
const Sum = ({ sheet }: { readonly sheet: StockSheet }) => {
  const { t } = useTranslation();
  const { lines } = sheet;
  const products = useNamedProducts(lines.map(({ sku }) => sku));
  const different = lines.filter((line) => (differenceOf(sheet, line) ?? 0) !== 0).length;
  const unknown = lines.filter(({ sku }) => !products.has(sku)).length;
  return (
    <div className={classes['part']}>
      <p className={classes['sum']}>{t('stockRoom.productCount', { count: lines.length })}</p>
      {different > 0 ? (
        <Notice tone="warn">{t('stockRoom.differenceCount', { count: different })}</Notice>
      ) : null}
      {unknown > 0 ? (
        <p className={classes['quiet']}>{t('stockRoom.unknownCount', { count: unknown })}</p>
      ) : null}
    </div>
  );
};
