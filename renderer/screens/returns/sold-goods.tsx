import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isGiftCard } from '#shared/domain/pricing/gift-card.ts';
import type { Restriction } from '#shared/domain/return/permit.ts';
import type { Sold } from '#renderer/commands/find-sold.ts';
import { useExceptionsOf } from '#renderer/queries/use-exceptions.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { ExceptionNotice } from '#renderer/ui/feedback/exception-notice.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { ExchangeGoods } from './exchange-goods.tsx';
import { SoldHead } from './sold-head.tsx';
import { SoldLines } from './sold-lines.tsx';
import type { SoldReturn } from './use-sold-return.ts';
import classes from './returns.module.css';

type SoldGoodsProps = {
  readonly sold: Sold;
  readonly draft: SoldReturn;
  readonly chosen: string | null;
  readonly onChoose: (lineId: string) => void;
  readonly restrictions: ReadonlyMap<string, Restriction>;
  /** Something was scanned that is not on the receipt. */
  readonly isStranger: boolean;
  readonly query: string;
};

/** Which purchase, what of it comes back, and what is taken instead. */
export const SoldGoods = (props: SoldGoodsProps) => {
  const { sold, draft, chosen, onChoose, restrictions, isStranger, query } = props;
  const { t } = useTranslation();
  const { basket } = draft;
  const exceptions = useExceptionsOf(sold.told.id);
  return (
    <div className={classes['content']}>
      <SoldHead sold={sold} />
      {exceptions.map(({ exception, isDecided }) => (
        <ExceptionNotice key={exception.id} kind={exception.kind} isDecided={isDecided} />
      ))}
      {isStranger ? <Notice tone="warn">{t('returnProblem.not_on_receipt')}</Notice> : null}
      {sold.told.lines.some(isGiftCard) ? (
        <Notice tone="info">{t('problems.gift_card_not_returned')}</Notice>
      ) : null}
      <SoldLines
        order={sold.told}
        draft={draft}
        chosen={chosen}
        onChoose={onChoose}
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
  );
};
