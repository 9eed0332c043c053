import { spawn } from 'node:child_process';

export type VirtualSerial = {
  /** The port as the till opens it. */
  readonly path: string;
  /** What the device sends. */
  readonly send: (bytes: Buffer) => void;
  /** Hears what the till sends. */
  readonly onBytes: (listener: (bytes: Buffer) => void) => void;
  /** As pulling its plug. */
  readonly unplug: () => Promise<void>;
};

/** A serial port that is one to the operating system (a pseudo-terminal), with this program as the device behind it. */
export const plugInSerial = (): Promise<VirtualSerial> =>
  new Promise((resolve, reject) => {
    const device = spawn(
      '/usr/bin/script',
      ['-qfec', 'stty raw -echo; tty; exec sleep 600', '/dev/null'],
      {
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    );
    const ended = new Promise<void>((done) => device.once('exit', () => done()));
    let listener: (bytes: Buffer) => void = () => undefined;
    let head = '';
    let isKnown = false;
    device.once('error', reject);
    device.stdout.on('data', (bytes: Buffer) => {
      if (isKnown) return listener(bytes);
      head += bytes.toString('latin1');
      const path = /(\/dev\/pts\/\d+)\r?\n/.exec(head)?.[1];
      if (path === undefined) return;
      isKnown = true;
      resolve({
        path,
        send: (sent) => void device.stdin.write(sent),
        onBytes: (next) => (listener = next),
        unplug: () => {
          device.kill('SIGKILL');
          return ended;
        },
      });
    });
  });
