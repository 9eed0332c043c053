import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExerciseId } from '#shared/domain/training/exercise-id.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { TrainingReply } from '#shared/protocol/training.ts';
import { furnish, HEAD_OFFICE, MANAGER, signIn } from './chain.ts';
import { type Client, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { sale } from './shop.ts';

const completed = (exercise: ExerciseId): OperationContent => ({
  type: 'training.completed',
  payload: { exercise },
});

describe.each(serverKinds)('J6 training on $name', ({ open }) => {
  let server: OpenServer;
  let office: Client;
  let till: HttpTill;

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    office = await signIn(server, HEAD_OFFICE);
    till = await enrolTill(server, 'ONE');
  }, OPENING);
  afterAll(() => server.close());

  test('head office sees each exercise of a person once, as of the first time, and nothing of a sale', async () => {
    const first = '2026-01-02T10:00:00.000Z';
    const later = '2026-01-02T11:00:00.000Z';
    await till.push([await till.write(sale(), first, null)]);
    await till.push([await till.write(completed('first_sale'), first, null)]);
    await till.push([await till.write(completed('first_sale'), later, null)]);
    await till.push([await till.write(completed('exchange'), later, null)]);
    const { done } = expectBody(await office('dashboard/training'), TrainingReply);
    expect(done).toMatchObject([
      { exercise: 'first_sale', at: first, tillId: till.tillId },
      { exercise: 'exchange', at: later, tillId: till.tillId },
    ]);
  });

  test('it is head office’s to see, not a store manager’s', async () => {
    const manager = await signIn(server, MANAGER);
    expect((await manager('dashboard/training')).status).toBe(403);
  });
});
