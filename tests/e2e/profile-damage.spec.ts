import { expect, test } from '@playwright/test';
import { playRounds, type Round } from '../profile-damage/play-rounds.ts';
import { type Product, startProduct } from './product.ts';

// A few of the rounds that `npm run profile-damage` plays twenty times of each kind.

const { deleted, truncated, seed } = JSON.parse(
  process.env['OMNITILL_DAMAGE'] ?? '{"deleted":1,"truncated":3,"seed":1}',
) as { deleted: number; truncated: number; seed: number };

let product: Product;

test.describe.configure({ timeout: (deleted + truncated + 1) * 60_000 });

test.beforeAll(async () => {
  product = await startProduct({ hasMirror: true });
});

test.afterAll(() => product?.stop());

const say = ({ damage, isOffline, cut, pressed, acknowledged, lost }: Round): void => {
  const how = pressed.length === 0 ? 'by itself' : `by “${pressed.join('”, “')}”`;
  console.log(`${damage}: ${cut.join(', ')}`);
  console.log(
    `  back ${how}${isOffline ? ', offline' : ''}: acknowledged=${acknowledged} lost=${lost}`,
  );
};

test('J1 J4: a till whose storage was deleted, or cut at places of chance, starts and holds every operation that was acknowledged', async () => {
  const rounds = await playRounds({ product, deleted, truncated, seed, onRound: say });
  const count = (damage: Round['damage']): number =>
    rounds.filter((round) => round.damage === damage).length;
  const lost = rounds.reduce((sum, round) => sum + round.lost, 0);
  console.log(
    `profile-damage: rounds=${rounds.length} deleted=${count('deleted')} truncated=${count('truncated')} seed=${seed} lost=${lost}`,
  );
  expect(lost).toBe(0);
});
