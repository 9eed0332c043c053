import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { PasswordLinkReply } from '#shared/protocol/accounts.ts';
import { PATHS } from '../app/paths.ts';
import classes from './link.module.css';

type LinkProps = {
  readonly name: string;
  readonly link: PasswordLinkReply;
  readonly onClose: () => void;
};

/** The link, for as long as the dialog is open and never again. What stands after the # is sent to no server. */
export const Link = ({ name, link, onClose }: LinkProps) => {
  const { t } = useTranslation();
  const { date, time } = useFormat();
  const until = `${date(link.expiresAt)} ${time(link.expiresAt)}`;
  return (
    <>
      <div aria-live="polite">
        <p className={classes['explain']}>{t('accounts.linkOnce', { name, time: until })}</p>
        <output className={classes['link']} aria-label={t('accounts.linkOf', { name })}>
          {`${location.origin}${PATHS.password}#${link.token}`}
        </output>
      </div>
      <Button tone="primary" onClick={onClose}>
        {t('common.close')}
      </Button>
    </>
  );
};
