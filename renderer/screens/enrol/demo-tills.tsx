import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';

export type FreeTill = {
  readonly tillId: string;
  readonly storeId: string;
  readonly storeName: string;
};

type DemoTillsProps = {
  readonly tills: readonly FreeTill[];
  readonly isBusy: boolean;
  readonly onChoose: (tillId: string) => void;
};

/** The tills of the demo that nobody took yet, each one click away (rule T5). */
export const DemoTills = ({ tills, isBusy, onChoose }: DemoTillsProps) => {
  const { t } = useTranslation();
  if (tills.length === 0) return null;
  return (
    <section style={{ display: 'grid', gap: 'var(--sp-2)' }}>
      <h2 style={{ margin: 0, fontSize: 16 }}>{t('enrol.demo')}</h2>
      {tills.map(({ tillId, storeName }) => (
        <Button key={tillId} size="large" isWide disabled={isBusy} onClick={() => onChoose(tillId)}>
          {tillId} · {storeName}
        </Button>
      ))}
    </section>
  );
};
