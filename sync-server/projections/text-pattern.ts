/** Where this very piece of JSON stands in a JSON text, as a pattern of LIKE. */
export const patternOfJson = (json: string): string =>
  `%${json.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** How a text would stand inside a JSON text, as a pattern of LIKE; the caller looks in the right places. */
export const patternOf = (text: string): string => patternOfJson(JSON.stringify(text).slice(1, -1));

/** How a text would stand inside a string of a JSON text, as a part of a regular expression. */
export const inStringPattern = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/[\\^$.|?*+(){}[\]]/g, String.raw`\$&`);

/** A phone number is written with all kinds of signs between its digits; null = this is none. */
export const phonePattern = (text: string): string | null => {
  const digits = text.replaceAll(/\D/g, '');
  return digits.length < 4 || /\p{L}/u.test(text) ? null : digits.split('').join('[^0-9"]*');
};
