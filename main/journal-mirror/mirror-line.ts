import { crc32 } from 'node:zlib';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Envelope } from '#shared/operations/envelope.ts';
import { parseEnvelope } from '#shared/operations/parse-operation.ts';

/** A line that a power cut tore, or that was altered, does not fit its checksum. */
const checksumOf = (text: string): string => crc32(text).toString(16).padStart(8, '0');

/** One operation as it lies in the mirror: checksum, space, its canonical text, line feed. */
export const mirrorLine = (text: string): string => `${checksumOf(text)} ${text}\n`;

/** The operation of a line without its line feed; null = damaged. */
export const textOfLine = (line: string): string | null => {
  const text = line.slice(9);
  return line[8] === ' ' && line.slice(0, 8) === checksumOf(text) ? text : null;
};

/** The envelope of a text that is what a till writes, letter by letter; else null. */
export const envelopeOf = (text: string): Envelope | null => {
  const parsed = parseEnvelope(text);
  return parsed.ok && canonicalJson(parsed.value) === text ? parsed.value : null;
};
