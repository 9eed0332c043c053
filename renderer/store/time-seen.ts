/** What was seen of time since the server was last heard, by its clock; ms since 1970. */
export type TimeSeen = {
  readonly latest: number;
  /** By so much the till's clock was set back: time runs on with it all the same. */
  readonly behind: number;
};

/** The clock of the till, corrected by what the server said of it, is at `clock`. What is seen never goes back (rule J7). */
export const seenAt = ({ latest, behind }: TimeSeen, clock: number): TimeSeen =>
  clock + behind >= latest
    ? { latest: clock + behind, behind }
    : { latest, behind: latest - clock };
