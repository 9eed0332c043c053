// npm run profile-damage -- [ROUNDS] [SEED]: a till sells in a real Chromium and is killed; its storage is deleted ROUNDS times (20
// without one), and cut at places of chance as often; each time it must start again and hold every operation that was
// acknowledged. With --host it is the desktop app in its test host. Exit code 1 if anything is lost.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

const words = process.argv.slice(2);
const [rounds = 20, seed = 1] = words.filter((word) => word !== '--host').map(Number);
const damage = JSON.stringify({ deleted: rounds, truncated: rounds, seed });
const script = words.includes('--host') ? 'e2e:host' : 'e2e';

const played = spawn('npm', ['run', '--silent', script, '--', 'profile-damage.spec'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  shell: process.platform === 'win32',
  env: { ...process.env, OMNITILL_DAMAGE: damage },
});
played.stdout.pipe(process.stdout);
// Its output may end a moment before it does.
const [said] = await Promise.all([text(played.stdout), once(played, 'close')]);
// Last, after all that the test runner has to say.
console.log(said.match(/^profile-damage: .*$/m)?.[0] ?? 'profile-damage: not finished');
process.exitCode = played.exitCode ?? 1;
