import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnprinted } from '../session/till-context.ts';
import type { Unprinted } from '../session/unprinted.ts';
import { usePrinter } from '../session/use-printer.ts';
import { Button } from '../ui/button/button.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import { printInBrowser } from '../ui/receipt/browser-paper.tsx';
import classes from './over-all.module.css';

/** Says which paper was not printed, or perhaps not, over everything; whether it is printed now is for a person. */
export const PaperWarning = () => {
  const unprinted = useUnprinted(({ papers }) => papers.at(-1) ?? null);
  return (
    <output className={classes['notice']}>
      {unprinted === null ? null : <Question key={unprinted.paper.id} {...unprinted} />}
    </output>
  );
};

const Question = ({ paper, use, outcome }: Unprinted) => {
  const { t } = useTranslation();
  const { print } = usePrinter(use);
  const cameOut = useUnprinted((state) => state.cameOut);
  const forget = useUnprinted((state) => state.forget);
  const [isBusy, setBusy] = useState(false);
  const printHere = (): void => {
    cameOut(paper.id);
    printInBrowser(paper);
  };
  const tryAgain = async (): Promise<void> => {
    setBusy(true);
    const tried = await print(paper);
    setBusy(false);
    if (tried === 'no_printer') printHere();
  };
  const { title } = paper;
  return (
    <Notice tone="warn" icon={<IconPrinter size={20} />}>
      {t(`devices.unprinted.${outcome}`, { title })}
      <div className={classes['acts']}>
        <Button size="small" isBusy={isBusy} onClick={() => void tryAgain()}>
          {t('common.retry')}
        </Button>
        <Button size="small" onClick={printHere}>
          {t('devices.unprinted.inBrowser')}
        </Button>
        <Button size="small" tone="quiet" onClick={() => forget(paper.id)}>
          {t('common.close')}
        </Button>
      </div>
    </Notice>
  );
};
