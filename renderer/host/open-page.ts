/**
 * The till's page as the web host has it now, so that it works with the server that the host was started for; when the host is
 * gone or hangs, as the host had it last. A page of another build waits until the till is closed, as its worker does: one that
 * went back to the build before would find what the newer one stored. The worker gets the text of this function and nothing else.
 */
export const openPage = async ({ request }: { readonly request: Request }): Promise<Response> => {
  const buildOf = async (page: Response | undefined): Promise<string> =>
    page ? (/\/assets\/[^"]+\.js/.exec(await page.clone().text())?.[0] ?? '') : '';
  const limit = AbortSignal.timeout(2000);
  const page = await fetch(request.url, { signal: limit }).catch(() => null);
  const latest = await caches.open('omnitill-page');
  const built = await caches.match('/index.html', { ignoreSearch: true });
  if (!page?.ok) {
    const kept = await latest.match('/');
    const isOfBuild = (await buildOf(kept)) === (await buildOf(built));
    return (isOfBuild ? kept : built) ?? page ?? Response.error();
  }
  if (built && (await buildOf(page)) !== (await buildOf(built))) return built;
  await latest.put('/', page.clone());
  return page;
};
