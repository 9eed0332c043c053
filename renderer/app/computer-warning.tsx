import { IconAlertTriangle, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WaitingPaper } from '#shared/devices/printing.ts';
import { type Computer, useComputer } from '../session/use-computer.ts';
import { Notice } from '../ui/feedback/notice.tsx';

/** What this computer wants a person to see to, the most urgent alone. */
const warningOf = ({ mirror, disk }: Computer) => {
  if (disk?.state === 'critical') return { tone: 'danger', text: 'computer.diskCritical' } as const;
  if (mirror?.problem === 'mirror_disagrees')
    return { tone: 'danger', text: 'computer.copyDisagrees' } as const;
  if (mirror?.problem === 'mirror_unreachable')
    return { tone: 'warn', text: 'computer.copyUnreachable' } as const;
  if (mirror?.state === 'failing') return { tone: 'warn', text: 'computer.copyFails' } as const;
  if (disk?.state === 'low') return { tone: 'warn', text: 'computer.diskLow' } as const;
  return null;
};

type ComputerWarningProps = {
  /** What is not printed yet. */
  readonly papers: readonly WaitingPaper[];
};

/** Above every screen while something is the matter: a full disk stops a till, so it is said before. */
export const ComputerWarning = ({ papers }: ComputerWarningProps) => {
  const { t } = useTranslation();
  const warning = warningOf(useComputer());
  const stuck = papers.filter(({ fault }) => fault !== null);
  const fault = stuck[0]?.fault ?? null;
  if (warning === null && fault === null) return null;
  return (
    <output>
      {warning === null ? null : (
        <Notice tone={warning.tone} icon={<IconAlertTriangle size={20} />}>
          {t(warning.text)}
        </Notice>
      )}
      {fault === null ? null : (
        <Notice tone="warn" icon={<IconPrinter size={20} />}>
          {t('devices.notPrinted', { count: stuck.length, state: t(`devices.state.${fault}`) })}
        </Notice>
      )}
    </output>
  );
};
