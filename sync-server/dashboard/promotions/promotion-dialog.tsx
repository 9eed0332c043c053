import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import type { Category } from '#shared/domain/catalog/schema.ts';
import { checkPromotion, type PromotionProblem } from '#shared/domain/pricing/check-promotion.ts';
import type { Promotion } from '#shared/domain/pricing/promotion.ts';
import { useSavePromotion } from '../data/use-promotions.ts';
import { useStores } from '../data/use-stores.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Form } from '../parts/form.tsx';
import { zoneOf } from '../parts/local-time.ts';
import { formOf } from './form-of.ts';
import { NameFields } from './name-fields.tsx';
import { OfferFields } from './offer-fields.tsx';
import { Preview } from './preview.tsx';
import { newForm, type PromotionForm, promotionOf } from './promotion-form.ts';
import { ValidityFields } from './validity-fields.tsx';

type PromotionDialogProps = {
  /** null = a new one. */
  readonly promotion: Promotion | null;
  readonly categories: readonly Category[];
  readonly onClose: () => void;
};

/** Plans a promotion or changes one; one that contradicts itself is not sent, and says what is wrong. */
export const PromotionDialog = ({ promotion, categories, onClose }: PromotionDialogProps) => {
  const { t } = useTranslation();
  const stores = useStores();
  const { mutate, error, isPending, reset } = useSavePromotion();
  const [form, setForm] = useState(() =>
    promotion === null
      ? newForm(crypto.randomUUID(), Date.now(), zoneOf([], stores))
      : formOf(promotion, zoneOf(promotion.storeIds ?? [], stores)),
  );
  const [problem, setProblem] = useState<PromotionProblem | null>(null);
  const draft = promotionOf(form);
  const change = (next: PromotionForm): void => {
    setForm(next);
    setProblem(null);
    reset();
  };
  const save = (): void => {
    const found = draft && checkPromotion(draft, form.timeZone);
    setProblem(found);
    if (draft && !found) mutate(draft, { onSuccess: onClose });
  };
  return (
    <Dialog
      isWide
      title={t(promotion === null ? 'promotions.new' : 'promotions.change')}
      onClose={onClose}
    >
      <Form isBusy={isPending} failure={error} onSubmit={save} onCancel={onClose}>
        <NameFields value={form} onChange={change} />
        <OfferFields value={form} onChange={change} categories={categories} />
        <ValidityFields value={form} onChange={change} />
        <Preview draft={draft} sample={form.skus} />
        <div role="alert">
          {problem === null ? null : (
            <Notice tone="danger" icon={<IconAlertTriangle size={20} aria-hidden />}>
              {t(`promotions.problems.${problem.type}`)}
            </Notice>
          )}
        </div>
      </Form>
    </Dialog>
  );
};
