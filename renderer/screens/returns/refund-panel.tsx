import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Sold } from '#renderer/commands/find-sold.ts';
import { useReturnProblemText } from '#renderer/session/use-return-problem-text.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { Panel } from '#renderer/ui/shell/panel.tsx';
import { CreditFields } from './credit-fields.tsx';
import { GiftCardField } from './gift-card-field.tsx';
import { RefundSums } from './refund-sums.tsx';
import { RefundWays } from './refund-ways.tsx';
import type { PrimaryAct } from './use-primary-act.ts';
import type { SoldReturn } from './use-sold-return.ts';
import classes from './returns.module.css';

type RefundPanelProps = {
  readonly sold: Sold;
  readonly draft: SoldReturn;
  readonly isOffline: boolean;
  readonly primary: PrimaryAct;
  readonly onCancel: () => void;
};

/** How the money goes back, what that means now, and the act itself with its amount and destination. */
export const RefundPanel = ({ sold, draft, isOffline, primary, onCancel }: RefundPanelProps) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const problemText = useReturnProblemText();
  const problem = draft.problem && problemText(draft.problem);
  const { offer, way } = draft;
  const { currency } = sold.told;
  const isByWebsite = offer.refunds.some(({ tender }) => tender === 'online');
  return (
    <Panel
      foot={
        <>
          {problem ? <Notice tone="danger">{problem}</Notice> : null}
          <RefundSums offer={offer} currency={currency} isExchange={draft.basket !== null} />
          <Button
            tone={primary.isPayment ? 'primary' : 'danger'}
            size="large"
            isWide
            keyName="F8"
            disabled={draft.missing !== null}
            isBusy={draft.isBusy}
            onClick={primary.run}
          >
            {primary.label}
          </Button>
          {offer.due > 0 && draft.missing === null ? (
            <Button size="large" isWide keyName="F9" onClick={() => void draft.payCard()}>
              {t('returns.exchangeAndPay', {
                amount: money(offer.due, currency),
                tender: t('tender.card'),
              })}
            </Button>
          ) : null}
          <Button tone="quiet" isWide onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <h2 className={classes['step']}>{t('returns.how')}</h2>
      <RefundWays order={sold.told} draft={draft} />
      {way === 'store_credit' || way === 'gift_card' ? (
        <CreditFields {...draft} tender={way} />
      ) : null}
      {way === 'gift_card' ? <GiftCardField {...draft} /> : null}
      {isOffline ? (
        <Notice tone="warn" icon={<IconCloudOff size={22} />} title={t('returns.noConnection')}>
          {t(sold.proof === 'receipt' ? 'returns.offlineReceipt' : 'returns.offlineKnown')}
        </Notice>
      ) : null}
      {isByWebsite ? <Notice tone="info">{t('returns.onlinePending')}</Notice> : null}
    </Panel>
  );
};
