import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** Is there a process with this id that has not ended? One that waits to be collected by its parent has. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Until it has ended; throws if that takes longer than ten seconds. */
export async function ended(pid: number): Promise<void> {
  const until = Date.now() + 10_000;
  while (runs(pid)) {
    if (Date.now() > until) throw new Error(`process ${pid} still runs`);
    await pause(25);
  }
}

/** Start a program and read its output until it names what is sought. */
export async function startReading(command: string, args: string[], pattern: RegExp) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  while (!pattern.test(output)) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode} and said: ${output}`);
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  }
  const exit = child.exitCode !== null ? Promise.resolve([child.exitCode, child.signalCode]) : once(child, 'exit');
  return {
    child,
    found: pattern.exec(output)!,
    exit: exit as Promise<[number | null, NodeJS.Signals | null]>,
    heard: () => output,
  };
}
