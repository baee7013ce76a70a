import { readFileSync } from 'node:fs';
import { withHubs } from './intake.ts';
import { enrolAt, newAgent, sendBatch } from './load.ts';
import { batchBody } from './sample-entries.ts';
import type { BenchStore } from './stores.ts';

export interface SoakRow {
  store: BenchStore['name'];
  seconds: number;
  entries: number;
  /** Resident memory of the hub in MB, at the end of each tenth of the time. */
  memory: number[];
}

const SENDERS = 2;
const BATCH = 100;
const BATCHES_PER_INSTALL = 100;

/** Sends without a pause, and looks how the memory of the hub grows. */
export function soak(store: BenchStore, seconds: number): Promise<SoakRow> {
  return withHubs(store, 1, async ([url = ''], [hub]) => {
    const agent = newAgent();
    const end = performance.now() + seconds * 1000;
    let entries = 0;
    const send = async () => {
      while (performance.now() < end) {
        const secret = await enrolAt(agent, url);
        for (let sent = 0; sent < BATCHES_PER_INSTALL && performance.now() < end; sent++) {
          await sendBatch(agent, url, secret, batchBody(BATCH));
          entries += BATCH;
        }
      }
    };
    const memory: number[] = [];
    const watch = setInterval(() => memory.push(residentMb(hub?.child.pid)), (seconds * 1000) / 10);
    await Promise.all(Array.from({ length: SENDERS }, send));
    clearInterval(watch);
    agent.destroy();
    return { store: store.name, seconds, entries, memory };
  });
}

const residentMb = (pid: number | undefined): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
