import { expect, test } from 'vitest';
import { followPolicy } from '../../src/background/follow-policy.ts';
import { policy as policySchema } from '../../src/model/policy/policy.ts';
import { memoryStorage } from './storage/memory-storage.ts';

const policyOf = (id: string) => policySchema.parse({ apps: [{ id, name: id, origins: [`https://${id}.example.com`] }] });

function device() {
  const storage = memoryStorage();
  const log: string[] = [];
  const worker = () => {
    const { appliedPolicy } = storage.reopened().items;
    return (id: string, apply: () => Promise<void> = async () => undefined) =>
      followPolicy({
        policy: policyOf(id),
        appliedPolicy,
        scripts: {
          apply: async ({ apps }) => {
            log.push(`apply ${apps[0]?.id}`);
            await apply();
            log.push(`applied ${apps[0]?.id}`);
          },
        },
        refreshPacks: async () => void log.push('refresh packs'),
      });
  };
  return { worker, log };
}

test('a policy is applied and its packs are fetched once, however often the worker wakes under it', async () => {
  const { worker, log } = device();
  await worker()('orders');
  await worker()('orders');
  expect(log).toEqual(['apply orders', 'applied orders', 'refresh packs']);
  await worker()('mail');
  expect(log.slice(3)).toEqual(['apply mail', 'applied mail', 'refresh packs']);
});

test('of two policies that come one after the other, the second is applied once the first is', async () => {
  const { worker, log } = device();
  const follow = worker();
  const slow = () => new Promise<void>((done) => setTimeout(done, 5));
  await Promise.all([follow('orders', slow), follow('mail')]);
  expect(log.filter((line) => line !== 'refresh packs')).toEqual([
    'apply orders',
    'applied orders',
    'apply mail',
    'applied mail',
  ]);
});

test('a policy that could not be applied is applied by the next worker', async () => {
  const { worker, log } = device();
  await expect(worker()('orders', () => Promise.reject(new Error('no scripting')))).rejects.toThrow('no scripting');
  await worker()('orders');
  expect(log.at(-1)).toBe('refresh packs');
});
