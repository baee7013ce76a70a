import { tools } from '../judge-corpus.ts';
import { count, emptyTally, type Tally } from '../tally.ts';
import { type Press, pressOf, type Report } from './press-log.ts';

/** What was pressed and reported in one app. */
export interface AppRun {
  app: string;
  presses: readonly Press[];
  reports: readonly Report[];
  /** Reports of ours that are false, and why they are made all the same. */
  explained: Readonly<Record<string, string>>;
}

export interface AppTallies {
  tool: string;
  label: string;
  /** Ordinary presses and stopped buttons. */
  dead: Tally;
  /** Stopped links: whether a link's press is lost shows in another way, so not every tool judges them. */
  links: Tally;
  rage: Tally;
}

/** Compares what each tool reported with what was done. */
export function judgeApps(runs: readonly AppRun[]): { tallies: AppTallies[]; wrong: string[]; leftOut: number } {
  const wrong: string[] = [];
  const tallies = tools.map(({ tool, label }) => {
    const [dead, links, rage] = [emptyTally(), emptyTally(), emptyTally()];
    for (const { app, presses, reports, explained } of runs) {
      const note = (signal: Report['signal'], tally: Tally, press: Press, truth: boolean) => {
        const found = reports.filter((one) => one.tool === tool && one.signal === signal && pressOf(one, presses) === press);
        const cell = count(tally, truth, found.length > 0);
        const why = found.map(({ line }) => explained[line]).find(Boolean);
        if (cell === 'missed' || cell === 'falsely')
          wrong.push(`${label} ${signal} ${cell}: ${app} · ${press.kind} · ${press.control}${why ? ` (${why})` : ''}`);
      };
      for (const press of presses.filter(({ isLeftOut }) => !isLeftOut)) {
        if (press.kind !== 'stopped button, in haste')
          note('dead', press.kind === 'stopped link' ? links : dead, press, press.kind !== 'task');
        note('rage', rage, press, press.kind === 'stopped button, in haste');
      }
    }
    return { tool, label, dead, links, rage };
  });
  const leftOut = runs.flatMap(({ presses }) => presses).filter(({ isLeftOut }) => isLeftOut).length;
  return { tallies, wrong, leftOut };
}
