import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { packCheck } from '../../src/cli/check/check-command.ts';

interface GitHubStep {
  uses?: string;
  run?: string;
  env?: Record<string, string>;
}

const workflow = async (name: string) =>
  parse(await readFile(join(import.meta.dirname, '../../docs/run', name), 'utf8'), { strict: true, uniqueKeys: true });

/** Variables that a shell command reads, without those that the system sets. */
const variablesOf = (command: string): string[] =>
  [...command.matchAll(/\$([A-Z_]+)/g)]
    .map(([, name]) => name!)
    .filter((name) => !/^(PWD|RUNNER_TEMP|CI_PROJECT_DIR)$/.test(name));

function expectKnownOptions(command: string): void {
  const [, call = ''] = /cairn -- pack check (.*)/.exec(command) ?? [];
  const options = [...call.matchAll(/--([a-z-]+)/g)].map(([, name]) => name!);
  expect(options).toEqual(['app', 'sign-in', 'do-risky', 'json', 'junit']);
  for (const option of options) expect(Object.keys(packCheck.options ?? {})).toContain(option);
}

test('the workflow for GitHub Actions is valid, and each step is given the variables that it reads', async () => {
  const { jobs, on, ...others } = (await workflow('check-pack.github.yml')) as {
    on: Record<string, unknown>;
    jobs: Record<string, { 'runs-on': string; steps: GitHubStep[] }>;
  };
  expect(Object.keys(others)).toEqual(['name', 'permissions']);
  expect(Object.keys(on)).toEqual(['pull_request', 'push', 'schedule', 'workflow_dispatch']);
  const { steps, ...job } = jobs.check!;
  expect(job).toEqual({ 'runs-on': 'ubuntu-latest', 'timeout-minutes': 30 });
  for (const step of steps) {
    expect(Number(step.uses !== undefined) + Number(step.run !== undefined)).toBe(1);
    for (const name of variablesOf(step.run ?? '')) expect(Object.keys(step.env ?? {}), step.run).toContain(name);
  }
  expectKnownOptions(steps.find(({ run }) => run?.includes('pack check'))!.run!);
});

test('the workflow for GitLab is valid, and keeps the report as JUnit', async () => {
  const pipeline = await workflow('check-pack.gitlab.yml');
  const job = pipeline['check-pack'];
  expect(Object.keys(pipeline)).toEqual(['check-pack']);
  expect(Object.keys(job)).toEqual(['image', 'timeout', 'rules', 'before_script', 'script', 'artifacts']);
  for (const line of [...job.before_script, ...job.script]) expect(typeof line).toBe('string');
  expectKnownOptions(job.script.at(-1));
  expect(job.artifacts.reports.junit).toBe('check-pack.xml');
});
