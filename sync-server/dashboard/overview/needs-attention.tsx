import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Overview } from '#shared/protocol/dashboard.ts';
import { PATHS } from '../app/paths.ts';
import { Card } from '../parts/card.tsx';
import { type Attention, attentionOf } from './attention.ts';
import classes from './needs-attention.module.css';

/** An id is read as one word: its hyphens are no place for a line to end. */
const unbroken = (id: string): string => id.replaceAll('-', '\u2011');

const useWords = (overview: Overview) => {
  const { t } = useTranslation();
  const format = useFormat();
  const names = new Map(overview.stores.map(({ storeId, name }) => [storeId, name]));
  return (item: Attention): { words: string; href: string; tone: 'warn' | 'danger' } => {
    switch (item.type) {
      case 'till': {
        const { tillId, storeId, seconds, isSilent } = item;
        const duration = format.duration(seconds);
        const store = names.get(storeId) ?? storeId;
        return {
          words: t('dashboard.tillSilent', { store, till: unbroken(tillId), duration }),
          href: PATHS.stores,
          tone: isSilent ? 'danger' : 'warn',
        };
      }
      case 'more_tills':
        return {
          words: t('dashboard.moreTills', { count: item.count }),
          href: PATHS.stores,
          tone: 'warn',
        };
      case 'exception': {
        const words = t(`exception.${item.kind}`);
        return {
          words: item.count > 1 ? `${format.count(item.count)} × ${words}` : words,
          href: PATHS.exceptions,
          tone: 'warn',
        };
      }
      case 'more_exceptions':
        return {
          words: t('dashboard.moreExceptions', { count: item.count }),
          href: PATHS.exceptions,
          tone: 'warn',
        };
      case 'overdue':
        return {
          words: t('dashboard.overduePickups', { count: item.count }),
          href: PATHS.webOrders,
          tone: 'warn',
        };
      case 'quarantined':
        return {
          words: t('dashboard.unprocessedOperations', { count: item.count }),
          href: PATHS.unprocessed,
          tone: 'danger',
        };
    }
  };
};

type NeedsAttentionProps = { readonly overview: Overview; readonly now: number };

/** What waits for a person, each with the page where it is dealt with. */
export const NeedsAttention = ({ overview, now }: NeedsAttentionProps) => {
  const { t } = useTranslation();
  const wordsOf = useWords(overview);
  const items = attentionOf(overview, now).map(wordsOf);
  return (
    <Card title={t('dashboard.needsAttention')}>
      {items.length === 0 ? (
        <EmptyState
          icon={<IconCircleCheck size={36} stroke={1.6} color="var(--ok)" />}
          title={t('dashboard.nothingNeedsAttention')}
        />
      ) : (
        <ul className={classes['list']}>
          {items.map(({ words, href, tone }) => (
            <li key={words} className={classes['item']} data-tone={tone}>
              <span className={classes['icon']}>
                <IconAlertTriangle size={16} aria-hidden />
              </span>
              <span>{words}</span>
              <Link
                href={href}
                className={classes['open']}
                aria-label={`${t('common.open')}: ${words}`}
              >
                {t('common.open')}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
