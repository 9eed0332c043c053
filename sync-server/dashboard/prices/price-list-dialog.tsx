import { Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { checkPriceList } from '#shared/domain/pricing/check-price-list.ts';
import type { PriceList } from '#shared/domain/pricing/price-list.ts';
import { useSavePriceList } from '../data/use-price-lists.ts';
import { useStores } from '../data/use-stores.ts';
import { Dialog } from '../parts/dialog.tsx';
import form from '../parts/form.module.css';
import { Form } from '../parts/form.tsx';
import { zoneOf } from '../parts/local-time.ts';
import { TextField } from '../parts/text-field.tsx';
import { WhereFields } from '../parts/where-fields.tsx';
import { PricesCheck } from './prices-check.tsx';
import { formOf, newForm, type PriceListForm, priceListOf, wrongLine } from './price-list-form.ts';

type PriceListDialogProps = {
  /** null = a new one. */
  readonly list: PriceList | null;
  readonly onClose: () => void;
};

const LINES = 6;

/** Plans prices or changes them; a list that contradicts itself is not sent, and says what is wrong. */
export const PriceListDialog = ({ list, onClose }: PriceListDialogProps) => {
  const { t } = useTranslation();
  const stores = useStores();
  const { mutate, error, isPending, reset } = useSavePriceList();
  const [value, setValue] = useState(() =>
    list === null
      ? newForm(crypto.randomUUID(), new Date().toISOString(), zoneOf([], stores))
      : formOf(list, zoneOf(list.storeIds ?? [], stores)),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const change = (next: PriceListForm): void => {
    setValue(next);
    setProblem(null);
    reset();
  };
  const problemOf = (draft: PriceList): string | null => {
    const line = wrongLine(value.prices);
    if (line !== null) return t('prices.problems.wrong_line', { line: String(line) });
    const found = checkPriceList(draft);
    return found && t(`prices.problems.${found.type}`);
  };
  const save = (): void => {
    const draft = priceListOf(value);
    if (!draft) return;
    const found = problemOf(draft);
    setProblem(found);
    if (found === null) mutate(draft, { onSuccess: onClose });
  };
  return (
    <Dialog isWide title={t(list === null ? 'prices.new' : 'prices.change')} onClose={onClose}>
      <Form isBusy={isPending} failure={error} onSubmit={save} onCancel={onClose}>
        <TextField
          label={t('promotions.name')}
          description={t('prices.nameHint')}
          required
          data-autofocus
          maxLength={200}
          autoComplete="off"
          value={value.name}
          onChange={(name) => change({ ...value, name })}
        />
        <div className={form['row']}>
          <TextField
            label={t('promotions.from')}
            description={t('promotions.clocks', { zone: value.timeZone })}
            type="datetime-local"
            required
            value={value.from}
            onChange={(from) => change({ ...value, from })}
          />
          <TextField
            label={t('prices.to')}
            description={t('promotions.clocks', { zone: value.timeZone })}
            type="datetime-local"
            value={value.to}
            onChange={(to) => change({ ...value, to })}
          />
        </div>
        <WhereFields
          value={value}
          onChange={(where) =>
            change({ ...value, ...where, timeZone: zoneOf(where.storeIds, stores) })
          }
        />
        <Textarea
          label={t('prices.prices')}
          description={t('prices.pricesHint')}
          size="md"
          withAsterisk={false}
          required
          rows={LINES}
          spellCheck={false}
          value={value.prices}
          onChange={({ currentTarget }) => change({ ...value, prices: currentTarget.value })}
        />
        <PricesCheck prices={value.prices} storeId={value.storeIds[0] ?? null} />
        <div role="alert">
          {problem === null ? null : (
            <Notice tone="danger" icon={<IconAlertTriangle size={20} aria-hidden />}>
              {problem}
            </Notice>
          )}
        </div>
      </Form>
    </Dialog>
  );
};
