const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** What browsers leave out of Host and Origin. */
const HTTP_PORT = 80;

/** The names of this machine with the port that was asked. Another name that leads here is DNS rebinding. */
const ownHosts = (port: number): readonly string[] =>
  ['localhost', '127.0.0.1', '[::1]'].map((name) =>
    port === HTTP_PORT ? name : `${name}:${port}`,
  );

/** Where a request came from and what it says of itself. */
export type Asking = {
  readonly remoteAddress: string | undefined;
  readonly localPort: number;
  readonly host: string | undefined;
  readonly origin: string | undefined;
};

/** From this machine, to it by its own name, and by the page served from there: no foreign site gets as far as a device. */
export const isOwnPage = ({ remoteAddress, localPort, host, origin }: Asking): boolean =>
  LOOPBACK.test(remoteAddress ?? '') &&
  host !== undefined &&
  ownHosts(localPort).includes(host) &&
  origin === `http://${host}`;
