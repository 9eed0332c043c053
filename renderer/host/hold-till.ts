import { isDesktop } from './open-shell.ts';
import { ownPage } from './page-id.ts';

/** Milliseconds until a host that went away is asked again. */
const PAUSE = 500;
/** The page before this one, in this browser, may not be gone yet: it is asked soon and so often before anybody is told. */
const SOON = 100;
const PATIENCE = 10;
/** Milliseconds after which a host that has not answered counts as away. */
const ANSWER_LIMIT = 5000;

type Told = {
  /** Another browser of this machine is the till. Nothing follows: a person closes that one and tries again here. */
  readonly onTaken: () => void;
  /** The host was away, and another browser has become the till meanwhile. */
  readonly onLost: () => void;
};

/** Resolves when no other browser of this machine is the till, or nobody can say so: a host that is away holds up no till. */
type HoldTill = (tillId: string, told: Told) => Promise<void>;

type Hold = {
  readonly hold: HoldTill;
  /** The page was left: another browser may be the till. */
  readonly letGo: () => void;
  /** The page is there again as it was left: what happened meanwhile it does not know. */
  readonly comeBack: () => void;
};

type HoldParts = {
  readonly post: (path: string, signal: AbortSignal) => Promise<Response>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly answerLimit?: number;
};

export const createHoldTill = ({ post, sleep, answerLimit = ANSWER_LIMIT }: HoldParts): Hold => {
  let own: {
    readonly tillId: string;
    readonly controller: AbortController;
    readonly onLost: () => void;
    readonly held: Promise<void>;
  } | null = null;

  const posted = async (tillId: string, signal: AbortSignal): Promise<Response | null> => {
    try {
      const first = await post(`hold/${tillId}`, signal);
      if (first.status !== 403) return first;
      await post('session', signal);
      return await post(`hold/${tillId}`, signal);
    } catch {
      return null;
    }
  };

  /** null = the host does not answer. One that agrees ends its answer when it is gone. */
  const ask = async (tillId: string, signal: AbortSignal): Promise<Response | null> => {
    // What it answered later would hold the till against this page.
    const own = new AbortController();
    const timer = setTimeout(() => own.abort(), answerLimit);
    const reply = await posted(tillId, AbortSignal.any([signal, own.signal]));
    clearTimeout(timer);
    return reply;
  };

  const keep = async (
    first: Response | null,
    tillId: string,
    signal: AbortSignal,
    onLost: () => void,
  ): Promise<void> => {
    let reply = first;
    while (reply?.status !== 409) {
      await reply?.text().catch(() => undefined);
      if (signal.aborted) return;
      await sleep(PAUSE);
      reply = await ask(tillId, signal);
    }
    onLost();
  };

  const hold = async (
    tillId: string,
    signal: AbortSignal,
    { onTaken, onLost }: Told,
  ): Promise<void> => {
    let reply = await ask(tillId, signal);
    for (let tries = 1; reply?.status === 409 && tries < PATIENCE; tries += 1) {
      await sleep(SOON);
      reply = await ask(tillId, signal);
    }
    if (reply?.status === 409) {
      onTaken();
      // Not taken as soon as it is free: the other may only be loading its page again.
      await new Promise(() => undefined);
    }
    void keep(reply, tillId, signal, onLost);
  };

  return {
    hold: (tillId, told) => {
      if (own?.tillId === tillId) return own.held;
      // It becomes another till than the one that it was about to be.
      own?.controller.abort();
      const controller = new AbortController();
      const held = hold(tillId, controller.signal, told);
      own = { tillId, controller, onLost: told.onLost, held };
      return held;
    },
    letGo: () => own?.controller.abort(),
    comeBack: () => own?.onLost(),
  };
};

const holdHere = (): HoldTill => {
  const { hold, letGo, comeBack } = createHoldTill({
    post: (path, signal) => fetch(`/host/${path}`, { method: 'POST', headers: ownPage, signal }),
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
      }),
  });
  // A browser keeps a page that was left for some minutes, its connections with it, and shows it again when somebody goes back.
  addEventListener('pagehide', letGo);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) comeBack();
  });
  return hold;
};

let here: HoldTill | null = null;

/**
 * Two browsers of a machine that are one till would write one journal. The web host sees the connection end with the page, however
 * that ends. The desktop app has one window only.
 */
export const holdTill: HoldTill = async (tillId, told) => {
  if (isDesktop()) return;
  here ??= holdHere();
  await here(tillId, told);
};
