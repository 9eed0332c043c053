import classes from './count-badge.module.css';

type CountBadgeProps = {
  readonly count: number;
  /** Read instead of the number; without it the number is said by what the badge stands on. */
  readonly label?: string;
  /** `danger` = somebody waits for it. */
  readonly tone?: 'danger' | 'quiet';
  /** Where it stands. */
  readonly className?: string | undefined;
};

/** How many there are, on a symbol. */
export const CountBadge = ({ count, label, tone = 'danger', className = '' }: CountBadgeProps) => (
  <span
    className={`${classes['badge']} ${className}`}
    data-tone={tone}
    {...(label === undefined ? { 'aria-hidden': true } : { 'aria-label': label })}
  >
    {count > 99 ? '99+' : count}
  </span>
);
