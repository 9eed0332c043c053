import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { ExceptionResolution, Task } from '#shared/domain/exception/schema.ts';
import type { ExceptionDetail } from '#shared/protocol/exceptions.ts';
import { useMe } from '../data/use-me.ts';
import { ResolveDialog } from './resolve-dialog.tsx';
import classes from './exception-evidence.module.css';

type Action = ExceptionResolution['action'];

/** What somebody else would have to do. */
const TASK = {
  accept: 'look_into',
  accept_loss: 'look_into',
  refund: 'give_back',
  charge_again: 'charge_again',
  call_customer: 'call_customer',
  correct_stock: 'correct_stock',
} as const satisfies Record<Action, Task>;

/** What each way to settle it is called; a refund says how much. */
const useActionName = ({ refundable }: ExceptionDetail): ((action: Action) => string) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (action) =>
    action === 'refund' && refundable > 0
      ? t('inbox.refundNow', { amount: format.money(refundable) })
      : t(`decision.actions.${action}`);
};

/** The ways to settle it from here; of what only others can do, why. */
export const Offers = ({ detail }: { readonly detail: ExceptionDetail }) => {
  const { t } = useTranslation();
  const actionName = useActionName(detail);
  const { data: me = null } = useMe();
  const [chosen, setChosen] = useState<Action | null>(null);
  const { exception, offers } = detail;
  if (exception.owner === 'head_office' && me?.role !== 'head_office')
    return <p className={classes['bearing']}>{t('inbox.headOffice')}</p>;
  const open = offers.filter(({ obstacle }) => obstacle === null);
  return (
    <section className={classes['offers']}>
      <h3 className={classes['title']}>{t('inbox.settle')}</h3>
      <div className={classes['actions']}>
        {open.map(({ action }) => (
          <Button
            key={action}
            size="small"
            tone={action === 'refund' ? 'danger' : 'default'}
            onClick={() => setChosen(action)}
          >
            {actionName(action)}
          </Button>
        ))}
      </div>
      <ul className={classes['obstacles']}>
        {offers.map(({ action, obstacle }) =>
          obstacle === null ? null : (
            <li key={action}>
              {t(`inbox.obstacle.${obstacle}`, { action: t(`decision.tasks.${TASK[action]}`) })}
            </li>
          ),
        )}
      </ul>
      {chosen === null ? null : (
        <ResolveDialog
          id={exception.id}
          action={chosen}
          title={actionName(chosen)}
          onClose={() => setChosen(null)}
        />
      )}
    </section>
  );
};
