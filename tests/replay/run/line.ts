/** A till's line to the server, which can be cut. */
export type Line = {
  readonly isOnline: () => boolean;
  /** Also breaks off what is under way, whose reply is then lost. */
  readonly cut: () => void;
  readonly mend: () => void;
  readonly fetch: typeof fetch;
};

const noNetwork = (): TypeError => new TypeError('no network');

export const createLine = (): Line => {
  let cutting: AbortController | null = new AbortController();
  return {
    isOnline: () => cutting !== null,
    cut: () => {
      cutting?.abort(noNetwork());
      cutting = null;
    },
    mend: () => {
      cutting ??= new AbortController();
    },
    fetch: async (input, init) => {
      if (cutting === null) throw noNetwork();
      const signals = [cutting.signal, ...(init?.signal ? [init.signal] : [])];
      return fetch(input, { ...init, signal: AbortSignal.any(signals) });
    },
  };
};
