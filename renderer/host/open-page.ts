/**
 * The till's page as the web host has it now, so that it works with the server that the host was started for; when the host is
 * gone or hangs, as it was when the service worker was installed. The worker gets the text of this function and nothing else.
 */
export const openPage = async ({ request }: { readonly request: Request }): Promise<Response> => {
  const limit = AbortSignal.timeout(2000);
  const page = await fetch(request.url, { signal: limit }).catch(() => null);
  if (page?.ok) return page;
  const kept = await caches.match('/index.html', { ignoreSearch: true });
  return kept ?? page ?? Response.error();
};
