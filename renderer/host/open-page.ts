/**
 * The till's page as the web host has it now, so that it works with the server that the host was started for; when the host is
 * gone or hangs, as the host had it last. A page of another build waits until the till is closed, as its worker does: one that
 * went back to the build before would find what the newer one stored. What cannot be kept or read, as on a full disk, keeps no
 * till from opening. The worker gets the text of this function and nothing else.
 */
export const openPage = async ({ request }: { readonly request: Request }): Promise<Response> => {
  const buildOf = async (page: Response | undefined): Promise<string> =>
    page ? (/\/assets\/[^"]+\.js/.exec(await page.clone().text())?.[0] ?? '') : '';
  const limit = AbortSignal.timeout(2000);
  const page = await fetch(request.url, { signal: limit }).catch(() => null);
  const isThere = page?.ok === true;
  const built = await caches.match('/index.html', { ignoreSearch: true }).catch(() => undefined);
  const fallback = (isThere ? page : (built ?? page)) ?? Response.error();
  try {
    const build = await buildOf(built);
    const latest = await caches.open('omnitill-page');
    if (!isThere) {
      const kept = await latest.match('/');
      return kept && (await buildOf(kept)) === build ? kept : fallback;
    }
    if (built && (await buildOf(page)) !== build) return built;
    await latest.put('/', page.clone());
    return page;
  } catch {
    return fallback;
  }
};
