import { Select, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import type { DeliveryDraft, DeliveryRow } from '#shared/protocol/deliveries.ts';
import type { RequestFailure } from '../data/request-failure.ts';
import { useAnnounceDelivery } from '../data/use-deliveries.ts';
import { useStores } from '../data/use-stores.ts';
import { Dialog } from '../parts/dialog.tsx';
import form from '../parts/form.module.css';
import { Form } from '../parts/form.tsx';
import { zoneOf } from '../parts/local-time.ts';
import { TextField } from '../parts/text-field.tsx';
import { draftOf, formOf, newForm, wrongLine } from './delivery-form.ts';

type DeliveryDialogProps = {
  /** null = a new one. */
  readonly delivery: DeliveryRow | null;
  /** Where a new one goes, unless another store is chosen. */
  readonly storeId: string;
  readonly onClose: () => void;
};

const LINES = 8;

/** The product that the server would not take; null = it refused nothing of the lines. */
const refusedSku = (failure: RequestFailure | null, draft: DeliveryDraft | undefined) => {
  if (failure?.problem.type !== 'refused') return null;
  const [, place] = /^\/lines\/(\d+)\//.exec(failure.problem.at) ?? [];
  const sku = place === undefined ? undefined : draft?.lines[Number(place)]?.sku;
  return sku === undefined ? null : { sku, code: failure.problem.code };
};

/** Announces what a supplier will bring, or says it anew; a line that says nothing is not sent, and is told. */
export const DeliveryDialog = ({ delivery, storeId, onClose }: DeliveryDialogProps) => {
  const { t } = useTranslation();
  const stores = useStores();
  const { mutate, error, variables, isPending, reset } = useAnnounceDelivery();
  const [value, setValue] = useState(() =>
    delivery === null
      ? newForm(crypto.randomUUID(), storeId)
      : formOf(delivery, zoneOf([delivery.toStoreId], stores)),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const timeZone = zoneOf([value.storeId], stores);
  const change = (part: Partial<typeof value>): void => {
    setValue({ ...value, ...part });
    setProblem(null);
    reset();
  };
  const save = (): void => {
    const line = wrongLine(value.lines);
    const draft = draftOf(value, timeZone);
    if (line !== null) setProblem(t('deliveries.wrongLine', { line: String(line) }));
    else if (draft) mutate(draft, { onSuccess: onClose });
  };
  const refused = refusedSku(error, variables);
  const told =
    refused === null
      ? problem
      : t(refused.code === 'unknown_sku' ? 'deliveries.unknownSku' : 'deliveries.brokenPiece', {
          sku: refused.sku,
        });
  return (
    <Dialog
      isWide
      title={t(delivery === null ? 'deliveries.new' : 'deliveries.change')}
      onClose={onClose}
    >
      <Form
        isBusy={isPending}
        failure={refused === null ? error : null}
        onSubmit={save}
        onCancel={onClose}
      >
        <div className={form['row']}>
          <TextField
            label={t('deliveries.supplier')}
            required
            data-autofocus
            maxLength={200}
            autoComplete="off"
            value={value.supplier}
            onChange={(supplier) => change({ supplier })}
          />
          <TextField
            label={t('stockRoom.reference')}
            required
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            value={value.reference}
            onChange={(reference) => change({ reference })}
          />
        </div>
        <div className={form['row']}>
          <Select
            label={t('dashboard.store')}
            size="md"
            allowDeselect={false}
            data={stores.map((store) => ({ value: store.storeId, label: store.name }))}
            value={value.storeId}
            onChange={(chosen) => chosen !== null && change({ storeId: chosen })}
          />
          <TextField
            label={t('deliveries.expected')}
            description={t('promotions.clocks', { zone: timeZone })}
            type="datetime-local"
            required
            value={value.expected}
            onChange={(expected) => change({ expected })}
          />
        </div>
        <Textarea
          label={t('deliveries.goods')}
          description={t('deliveries.goodsHint')}
          size="md"
          withAsterisk={false}
          required
          rows={LINES}
          spellCheck={false}
          value={value.lines}
          onChange={({ currentTarget }) => change({ lines: currentTarget.value })}
        />
        <div role="alert">
          {told === null ? null : (
            <Notice tone="danger" icon={<IconAlertTriangle size={20} aria-hidden />}>
              {told}
            </Notice>
          )}
        </div>
      </Form>
    </Dialog>
  );
};
