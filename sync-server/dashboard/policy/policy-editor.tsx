import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import type { Policy, PolicySetting } from '#shared/domain/settings/policy.ts';
import { useSavePolicy } from '../data/use-policies.ts';
import form from '../parts/form.module.css';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { PolicyFields } from './policy-fields.tsx';
import { formOf, policyOf } from './policy-form.ts';

type PolicyEditorProps = {
  /** null = the chain. */
  readonly storeId: string | null;
  readonly policies: readonly PolicySetting[];
};

const heldOf = (policies: readonly PolicySetting[], storeId: string | null): Policy | null =>
  policies.find((one) => one.storeId === storeId)?.policy ?? null;

/** The policy of the chain or of a store; a store without one of its own goes by the chain's. */
export const PolicyEditor = ({ storeId, policies }: PolicyEditorProps) => {
  const { t } = useTranslation();
  const { mutate, error, isPending, isSuccess, reset } = useSavePolicy();
  const held = heldOf(policies, storeId);
  const [value, setValue] = useState(() =>
    formOf(held ?? heldOf(policies, null) ?? DEFAULT_POLICY),
  );
  const [isOwn, setOwn] = useState(storeId === null || held !== null);
  const clear = (): void => {
    mutate({ storeId, policy: null });
    setValue(
      formOf(storeId === null ? DEFAULT_POLICY : (heldOf(policies, null) ?? DEFAULT_POLICY)),
    );
    setOwn(storeId === null);
  };
  if (!isOwn)
    return (
      <>
        <p>{t('policy.asChain')}</p>
        <div>
          <Button onClick={() => setOwn(true)}>{t('policy.ofStore')}</Button>
        </div>
      </>
    );
  return (
    <form
      className={form['form']}
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ storeId, policy: policyOf(value) });
      }}
    >
      {storeId === null && held === null ? <p>{t('policy.isDefault')}</p> : null}
      {storeId === null ? null : <p>{t('policy.ownRules')}</p>}
      <PolicyFields
        value={value}
        onChange={(changed) => {
          reset();
          setValue(changed);
        }}
      />
      <ProblemNotice failure={error} />
      <output>{isSuccess ? <Notice tone="ok">{t('policy.saved')}</Notice> : null}</output>
      <div className={form['actions']}>
        {held === null && storeId === null ? null : (
          <Button disabled={isPending} onClick={clear}>
            {t(storeId === null ? 'policy.reset' : 'policy.chain')}
          </Button>
        )}
        <Button type="submit" tone="primary" isBusy={isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
};
