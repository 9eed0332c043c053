import type { Plan, Step } from './steps.ts';

const without = (steps: readonly Step[], start: number, count: number): Step[] => [
  ...steps.slice(0, start),
  ...steps.slice(start + count),
];

/** Leaves steps out, many at first and then one by one, as long as what is left still fails. */
export const shrink = async (
  plan: Plan,
  stillFails: (plan: Plan) => Promise<boolean>,
  tries = 400,
): Promise<Plan> => {
  let best = plan;
  let left = tries;
  for (let size = Math.ceil(best.steps.length / 2); size >= 1;) {
    let isSmaller = false;
    for (let start = 0; start < best.steps.length && left > 0; left -= 1) {
      const candidate = { ...best, steps: without(best.steps, start, size) };
      if (await stillFails(candidate)) {
        best = candidate;
        isSmaller = true;
      } else start += size;
    }
    if (size === 1 && !isSmaller) return best;
    size = Math.max(1, Math.floor(size / 2));
    if (left === 0) return best;
  }
  return best;
};
