// The replay's own server: serves a data folder on a port of this machine until its parent is gone.
// node --import tsx tests/replay/run/serve.ts FOLDER PORT
import { fileURLToPath } from 'node:url';
import { createServer } from '#server/server.ts';

const [dataFolder = '', port = ''] = process.argv.slice(2);

const server = await createServer({
  dataFolder,
  host: '127.0.0.1',
  port: Number(port),
  demo: false,
  dashboardFolder: fileURLToPath(new URL('../../../dist/dashboard', import.meta.url)),
  logLevel: 'error',
});
const { address } = await server.listen();
console.log(address);

process.stdin.resume();
process.stdin.once('end', () => {
  void server.close().then(() => process.exit());
});
