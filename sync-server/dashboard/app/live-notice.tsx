import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useHeldFor } from '#renderer/ui/feedback/use-held-for.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './live-notice.module.css';

/** Milliseconds that the connection may be gone before anybody is told. */
const GRACE = 2_000;

type LiveNoticeProps = {
  readonly isLost: boolean;
  /** When the server last answered, by this computer's clock; 0 = never. */
  readonly readAt: number;
};

/** Says that the figures stand still, and since when. */
export const LiveNotice = ({ isLost, readAt }: LiveNoticeProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const isTold = useHeldFor(isLost, GRACE) && readAt > 0;
  return (
    <output>
      {isTold ? (
        <span className={classes['notice']}>
          <IconCloudOff size={18} aria-hidden />
          {t('dashboard.reconnecting', { time: format.time(new Date(readAt).toISOString()) })}
        </span>
      ) : null}
    </output>
  );
};
