import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './table.module.css';

type TableProps = {
  /** Of its columns, in the reader's language. */
  readonly heads: readonly string[];
  /** Each row ends in what can be done with it. */
  readonly hasActions?: boolean;
  /** Rows. */
  readonly children: ReactNode;
};

/** A table that is moved sideways where it does not fit. */
export const Table = ({ heads, hasActions = false, children }: TableProps) => {
  const { t } = useTranslation();
  return (
    <div className={classes['scroll']}>
      <table className={classes['table']}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {hasActions ? <th scope="col" aria-label={t('dashboard.actions')} /> : null}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
};
