import { Value } from 'typebox/value';
import { Envelope } from '#shared/operations/envelope.ts';

/** The envelope of an operation's text; null when the text is none. */
export const readEvidence = (text: string): Envelope | null => {
  try {
    const parsed: unknown = JSON.parse(text);
    return Value.Check(Envelope, parsed) ? parsed : null;
  } catch {
    return null;
  }
};
