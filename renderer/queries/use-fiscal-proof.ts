import type { FiscalKind, FiscalProof } from '#shared/domain/fiscal/schema.ts';
import type { Ledger } from '../store/ledger.ts';
import { newestOperations } from '../store/newest-operations.ts';
import { useTillData } from './till-data.ts';
import { useLive } from './use-live.ts';

/** Who asks for a paper has what it is about before them: it is among the latest. */
const LOOKED_AT = 5000;

/** What a document of an operation of this till was registered as; null = it is not. */
export const findFiscalProof = async (
  ledger: Ledger,
  operationId: string,
  kind: FiscalKind,
): Promise<FiscalProof | null> => {
  for await (const { payload } of newestOperations(ledger, ['fiscal.registered'], LOOKED_AT)) {
    if (payload.operationId !== operationId || payload.kind !== kind) continue;
    const { number, sign, code, mode } = payload;
    return { number, sign, code, mode };
  }
  return null;
};

export const useFiscalProof = (operationId: string, kind: FiscalKind): FiscalProof | null => {
  const { ledger } = useTillData().store;
  return (
    useLive(
      () => findFiscalProof(ledger, operationId, kind),
      `fiscal-proof:${kind}:${operationId}`,
    ) ?? null
  );
};
