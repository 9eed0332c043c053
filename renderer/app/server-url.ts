/** Where the server is: the web host writes it into the page, so that it is known with no network too. */
export const serverUrl = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="omnitill-server"]')?.content ?? '';
