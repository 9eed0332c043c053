/** How a text would stand inside a JSON text, as a pattern of LIKE; the caller looks in the right places. */
export const patternOf = (text: string): string => {
  const inJson = JSON.stringify(text).slice(1, -1);
  return `%${inJson.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
};

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
