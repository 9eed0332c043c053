/** A letter to one person. */
export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** `refused`: no letter for that address is taken, now or later; `failed`: whoever carries letters could not be asked, or would not now. */
export type MailOutcome = 'sent' | 'refused' | 'failed';

/** Who carries letters. It keeps and logs neither address nor content, and never throws. */
export type Mailer = {
  readonly send: (letter: Letter) => Promise<MailOutcome>;
};
