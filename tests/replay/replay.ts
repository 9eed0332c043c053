// npm run replay: a real shop's invoices through simulated tills; RULES.md says what becomes of each line.
import { parseOptions, USAGE } from './options.ts';
import { runReplay } from './run-replay.ts';

const options = parseOptions(process.argv.slice(2), process.env);
if (options.ok) {
  const isReconciled = await runReplay(options.value, (line) => console.log(line));
  process.exitCode = isReconciled ? 0 : 1;
} else {
  console.error(`${options.problem}\n\n${USAGE}`);
  process.exitCode = 1;
}
