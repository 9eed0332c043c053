import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CURRENCY_SYMBOLS } from '#shared/i18n/money.ts';
import { CASH_REASONS, type CashMoveKind } from '#shared/domain/shift/cash-move.ts';
import { minor, MINOR_DIGITS } from '#shared/kernel/money.ts';
import { moveCash } from '#renderer/commands/move-cash.ts';
import { useApprovedCommand } from '#renderer/session/use-approved-command.ts';
import {
  type ShownShiftProblem,
  useShiftProblemText,
} from '#renderer/session/use-shift-problem-text.ts';
import { EMPTY_ENTRY, entryValue } from '#renderer/ui/entry/entry.ts';
import { EntryField } from '#renderer/ui/entry/entry-field.tsx';
import { PadDialog } from '#renderer/ui/entry/pad-dialog.tsx';
import { useEntry } from '#renderer/ui/entry/use-entry.ts';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { ReasonFields } from './reason-fields.tsx';
import { useMovePrinting } from '#renderer/session/use-move-printing.ts';

type MoveDialogProps = { readonly kind: CashMoveKind; readonly onClose: () => void };

/** Cash in, cash out or a safe drop: how much, and what for. */
export const MoveDialog = ({ kind, onClose }: MoveDialogProps) => {
  const { t } = useTranslation();
  const { currency } = useFormat();
  const problemText = useShiftProblemText();
  const { run, isBusy } = useApprovedCommand(moveCash);
  const { printFirst } = useMovePrinting();
  const { entry, press } = useEntry(EMPTY_ENTRY, MINOR_DIGITS);
  const [moveId] = useState(() => crypto.randomUUID());
  const reasons = CASH_REASONS[kind];
  const [reason, setReason] = useState(reasons[0] ?? 'other');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<ShownShiftProblem | null>(null);
  const amount = entryValue(entry, MINOR_DIGITS) ?? 0;
  const submit = async (): Promise<void> => {
    const moved = await run({ moveId, kind, amount: minor(amount), reason, note });
    if (!moved.ok) return setProblem(moved.problem);
    onClose();
    if (moved.value.type === 'cash.moved') await printFirst(moved.value);
  };
  const words = problem ? problemText(problem) : null;
  return (
    <PadDialog
      title={t(`shift.kinds.${kind}`)}
      onClose={onClose}
      corner="point"
      onPress={press}
      submitLabel={t('shift.save')}
      canSubmit={amount > 0}
      isBusy={isBusy}
      onSubmit={() => void submit()}
    >
      <EntryField label={t('shift.amount')} entry={entry} unit={CURRENCY_SYMBOLS[currency]} />
      <ReasonFields
        options={reasons.map((id) => ({ id, label: t(`shift.reasons.${id}`) }))}
        chosen={reason}
        onChoose={setReason}
        note={note}
        onNote={setNote}
      />
      {words === null ? null : <Notice tone="danger">{words}</Notice>}
    </PadDialog>
  );
};
