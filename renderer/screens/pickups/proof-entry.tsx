import { IconCheck, IconUser } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { PickupDesk } from '#renderer/session/use-pickup-desk.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import classes from './proof-entry.module.css';

type ProofEntryProps = {
  readonly orderId: string;
  readonly desk: PickupDesk;
  readonly field: Ref<HTMLInputElement>;
  /** A document, or somebody else than the customer. */
  readonly onOther: () => void;
};

const PLACES = [0, 1, 2, 3, 4, 5];

/** Six digits to type, or what was shown instead: whose the goods are. */
export const ProofEntry = ({ orderId, desk, field, onOther }: ProofEntryProps) => {
  const { t } = useTranslation();
  const { proof, collectedBy } = desk.shownOf(orderId);
  const digits = desk.digitsOf(orderId);
  return (
    <div className={classes['proof']}>
      {proof ? (
        <StatusBadge tone="ok" icon={<IconCheck size={16} stroke={2.4} aria-hidden />}>
          {proof.type === 'document'
            ? t('pickupWork.proven.document', { name: proof.name })
            : t(`pickupWork.proven.${proof.type}`)}
        </StatusBadge>
      ) : (
        <label className={classes['label']}>
          {t('pickups.code')}
          <span className={classes['entry']}>
            <input
              ref={field}
              className={classes['input']}
              inputMode="numeric"
              autoComplete="off"
              maxLength={PLACES.length}
              value={digits}
              onChange={(event) => desk.enterDigits(orderId, event.currentTarget.value)}
            />
            {PLACES.map((place) => (
              <span
                key={place}
                className={classes['place']}
                data-next={place === digits.length || undefined}
                aria-hidden
              >
                {digits[place] ?? ''}
              </span>
            ))}
            <span className={classes['hint']}>{t('pickups.codeHint')}</span>
          </span>
        </label>
      )}
      <Button size="small" tone="quiet" icon={<IconUser size={18} />} onClick={onOther}>
        {collectedBy === '' ? t('pickupWork.otherPerson') : collectedBy}
      </Button>
    </div>
  );
};
