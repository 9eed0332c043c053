/** Letters of a piece of ReceiptLine markup in which marks are written as `\xNN`. */
const lengthOf = (markup: string): number => markup.replaceAll(/\\x[0-9a-f]{2}/g, 'x').length;

/** Lines of words, none longer than `columns` unless a word is. */
const wrapped = (text: string, columns: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && lengthOf(longer) > columns) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
};

/** A column that takes what another of so many letters leaves. */
const WIDTHS = /^\{w:\*,(\d+)\}$/;
/** A name with its indent and its dress, and a value. */
const PAIR = /^\|(?<indent>~*)(?<dress>\^*"?)(?<name>[^|"]*)(?<end>"?) \| (?<value>[^|]*)\|$/;
/** One text, at the left edge or in the middle; `^^^` is twice as wide as the others. */
const SINGLE = /^(?<edge>\|?~*)(?<dress>\^*"?)(?<text>[^|{}"]+)(?<end>"?)$/;

const wrapPair = (line: string, columns: number, valueWidth: number): string[] => {
  const {
    indent = '',
    dress = '',
    name = '',
    end = '',
    value = '',
  } = PAIR.exec(line)?.groups ?? {};
  const parts = wrapped(name, columns - valueWidth - 1 - indent.length);
  if (parts.length === 1) return [line];
  return parts.map(
    (part, place) => `|${indent}${dress}${part}${end} | ${place === 0 ? value : ''}|`,
  );
};

const wrapSingle = (line: string, columns: number): string[] => {
  const { edge = '', dress = '', text = '', end = '' } = SINGLE.exec(line)?.groups ?? {};
  const room = Math.floor(
    (columns - edge.replace('|', '').length) / (dress.startsWith('^^^') ? 2 : 1),
  );
  const parts = wrapped(text, room);
  return parts.length === 1 ? [line] : parts.map((part) => edge + dress + part + end);
};

/** ReceiptLine breaks a line wherever the paper ends; this breaks lines of text between words before it does. */
export const wrapWords = (document: string, columns: number): string => {
  let valueWidth = 0;
  return document
    .split('\n')
    .flatMap((line) => {
      const widths = WIDTHS.exec(line);
      if (widths) valueWidth = Number(widths[1]);
      if (PAIR.test(line)) return wrapPair(line, columns, valueWidth);
      return SINGLE.test(line) ? wrapSingle(line, columns) : [line];
    })
    .join('\n');
};
