import { readFile } from 'node:fs/promises';
import path from 'node:path';

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** A page of the built till, told where the server is: it opens with no network. Rejects when it was never built. */
export const readIndex = async (
  file: string,
  serverUrl: string,
  nonce: string,
): Promise<string> => {
  const meta =
    `<meta name="omnitill-server" content="${escapeAttribute(serverUrl)}">` +
    `<meta name="style-nonce" content="${nonce}">`;
  const html = await readFile(path.resolve(file), 'utf8');
  return html.replace('<head>', `<head>${meta}`);
};
