import type { CDPSession, Page } from '@playwright/test';
import { report } from './report.ts';
import type { Rig } from './rig.ts';

const MEGABYTE = 1024 * 1024;

type Usage = { readonly usedSize: number };

/** Megabytes of the page's heap after all that is garbage was collected. */
const heapOf = async (session: CDPSession): Promise<number> => {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / MEGABYTE;
};

/** The session of the worker whose script is named so. */
const attach = (session: CDPSession, script: string): Promise<string> =>
  new Promise((resolve, reject) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.url.includes(script)) resolve(sessionId);
    });
    session
      .send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false })
      .catch(reject);
  });

/** The same of a worker of the page, which answers through the page's session. */
const workerHeapOf = async (session: CDPSession, script: string): Promise<number> => {
  const sessionId = await attach(session, script);
  const send = (id: number, method: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      session.on('Target.receivedMessageFromTarget', ({ message }) => {
        const reply = JSON.parse(message) as { readonly id?: number; readonly result?: unknown };
        if (reply.id === id) resolve(reply.result);
      });
      const message = JSON.stringify({ id, method });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  await send(1, 'HeapProfiler.collectGarbage');
  const { usedSize } = (await send(2, 'Runtime.getHeapUsage')) as Usage;
  return usedSize / MEGABYTE;
};

const measure = async (page: Page) => {
  const session = await page.context().newCDPSession(page);
  const heaps = {
    page: await heapOf(session),
    worker: await workerHeapOf(session, 'catalog-worker'),
  };
  await session.detach();
  return heaps;
};

export const memory = async (rig: Rig): Promise<void> => {
  const till = await rig.till();
  await till.openSelling();
  const heaps = await measure(till.page);
  const texts = await till.page.evaluate(() => probe.textSize());
  const floor = { value: texts / MEGABYTE, unit: 'MB', name: 'the names of all products alone' };
  report('memory-after-load', { value: heaps.page, unit: 'MB' }, floor);
  report('memory-of-catalog', { value: heaps.worker, unit: 'MB' }, floor);
};
