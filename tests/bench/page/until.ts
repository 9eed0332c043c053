/** Milliseconds after which what is waited for does not come any more. */
const PATIENCE = 120_000;

const CHANGES = { childList: true, subtree: true, characterData: true, attributes: true } as const;

/** Resolves with what `find` finds as soon as the page has changed so that it is there. */
export const until = <Found>(find: () => Found | null, what: string): Promise<Found> =>
  new Promise((resolve, reject) => {
    const look = (): void => {
      const found = find();
      if (found === null) return;
      observer.disconnect();
      clearTimeout(timer);
      resolve(found);
    };
    const observer = new MutationObserver(look);
    const timer = setTimeout(() => {
      observer.disconnect();
      reject(new Error(`${what} did not come`));
    }, PATIENCE);
    observer.observe(document, CHANGES);
    look();
  });

/** When what is shown there became another text, in milliseconds since 1970. */
export const nextChange = async (selector: string): Promise<number> => {
  const shown = (): string =>
    [...document.querySelectorAll(selector)].map(({ textContent }) => textContent).join('\n');
  const before = shown();
  await until(() => (shown() === before ? null : true), `a change of ${selector}`);
  return performance.timeOrigin + performance.now();
};

/** Resolves when what is in the document now has been drawn. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });

/** Nothing is left to do for this long, in milliseconds: the next measurement starts from rest. */
export const rest = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(() => requestIdleCallback(() => resolve()), milliseconds);
  });
