export function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean;
export function startWarden(): { watch(pid: number): void; forget(pid: number): void };
