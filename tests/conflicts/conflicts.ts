// npm run conflicts: lets every pair of acts happen out of each other's hearing, in both orders of arrival, and prints
// what comes of it. Exit code 1 if shared/protocol/CONFLICTS.md does not say so, or the order of arrival matters.
import { declaredRows, rowOf } from './declared.ts';
import { allPairs } from './outcome.ts';

const pairs = await allPairs();
const declared = declaredRows();
const undeclared = pairs.filter((pair) => !declared.has(rowOf(pair)));
const divergent = pairs.filter(({ converges }) => !converges);
for (const pair of pairs) console.log(rowOf(pair));
for (const { away, here } of divergent)
  console.log(`${away} × ${here}: the order of arrival matters`);
for (const pair of undeclared) console.log(`not declared: ${rowOf(pair)}`);
console.log(
  `conflicts: pairs=${pairs.length} undeclared=${undeclared.length} divergent=${divergent.length}`,
);
process.exitCode = undeclared.length + divergent.length === 0 ? 0 : 1;
