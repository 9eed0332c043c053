/** What no PostgreSQL text can hold: NUL, and halves of a character. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/**
 * A received text as the column holds it: itself, or, where it could not be held or would be mistaken for such, as a
 * JSON string. Canonical operations begin with `{` and have both escaped; only what is malformed is ever changed.
 */
export const toStoredText = (text: string): string =>
  text.startsWith('"') || UNSTORABLE.test(text) ? JSON.stringify(text) : text;

/** The text to the letter as it was received (rule P1). */
export const fromStoredText = (stored: string): string =>
  stored.startsWith('"') ? String(JSON.parse(stored)) : stored;
