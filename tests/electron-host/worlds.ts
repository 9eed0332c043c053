/** The page's side of the context bridge: functions that were exposed, each call an event to the isolated world. */
export const mainWorld = `
  document.addEventListener('host:expose', ({ detail }) => {
    const { key, names } = JSON.parse(detail);
    let calls = 0;
    const waiting = new Map();
    document.addEventListener('host:answer', ({ detail }) => {
      const { id, how, value } = JSON.parse(detail);
      waiting.get(id)?.[how](how === 'reject' ? new Error(value) : value);
      waiting.delete(id);
    });
    const call = (name) => (...args) =>
      new Promise((resolve, reject) => {
        waiting.set(++calls, { resolve, reject });
        const detail = JSON.stringify({ id: calls, name, args });
        document.dispatchEvent(new CustomEvent('host:call', { detail }));
      });
    const value = Object.freeze(Object.fromEntries(names.map((name) => [name, call(name)])));
    Object.defineProperty(window, key, { value, enumerable: true });
  });`;

/** A preload as built, with the two modules of Electron's that a sandboxed one may require. Frames get none. */
export const isolatedWorld = (preload: string): string => `
  if (window === window.top) {
    const pending = new Map();
    let asked = 0;
    globalThis.hostSettle = (id, how, value) => {
      pending.get(id)[how](how === 'reject' ? new Error(value) : value);
      pending.delete(id);
    };
    const tell = (type, detail) =>
      document.dispatchEvent(new CustomEvent(type, { detail: JSON.stringify(detail) }));
    const electron = {
      ipcRenderer: {
        invoke: (channel, ...args) =>
          new Promise((resolve, reject) => {
            pending.set(++asked, { resolve, reject });
            hostLine(JSON.stringify({ id: asked, channel, args }));
          }),
      },
      contextBridge: {
        exposeInMainWorld: (key, api) => {
          document.addEventListener('host:call', ({ detail }) => {
            const { id, name, args } = JSON.parse(detail);
            api[name](...args).then(
              (value) => tell('host:answer', { id, how: 'resolve', value }),
              (error) => tell('host:answer', { id, how: 'reject', value: error.message }),
            );
          });
          tell('host:expose', { key, names: Object.keys(api) });
        },
      },
    };
    const require = (name) => {
      if (name !== 'electron') throw new Error('module not found: ' + name);
      return electron;
    };
    ((require) => {${preload}\n})(require);
  }`;
