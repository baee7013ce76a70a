import { afterEach } from 'vitest';
import { type HubProcess, startHub } from './hub-process.ts';

/** Starts hubs and commands of a test; whatever still runs after the test is killed. */
export function useHubs(): typeof startHub {
  const started: HubProcess[] = [];
  afterEach(async () => {
    const hubs = started.splice(0);
    for (const { child } of hubs) child.kill('SIGKILL');
    await Promise.all(hubs.map(({ ended }) => ended));
  });
  return (env, ...command) => {
    const hub = startHub(env, ...command);
    started.push(hub);
    return hub;
  };
}
