import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild, startChild } from '../../../setup/child.ts';
import { answers } from '../answers.ts';
import { debianPackages } from '../debian-packages.ts';
import { folderOf } from '../folders.ts';
import type { Recipe, RecipeDeps } from '../real-app.ts';
import { sparePort } from '../spare-port.ts';

const packages = { 'request-tracker5': '5.0.3', 'rt5-db-sqlite': '5.0.3', 'libdbd-sqlite3-perl': '', starman: '' };
const folder = folderOf('rt5');
const LOG_FILE = join(folder, 'server.log');
const settings = join(folder, 'settings.pm');
const database = join(folder, 'tickets.sqlite');
const filled = join(folder, 'filled');
const perl = '/usr/share/request-tracker5';

export const recipe: Recipe = {
  title: 'Request Tracker 5.0',
  start: async (telling) => {
    const { log, lifetime } = telling;
    await debianPackages(packages, telling);
    const port = await sparePort();
    mkdirSync(join(folder, 'conf.d'), { recursive: true });
    writeFileSync(settings, settingsFor(port));
    const env = { ...process.env, RT_SITE_CONFIG: settings, RT_SITE_CONFIG_DIR: join(folder, 'conf.d') };
    if (!existsSync(filled)) await fill(env, telling);
    const args = ['--listen', `127.0.0.1:${port}`, '--workers', '3', '--preload-app', `${perl}/libexec/rt-server`];
    const child = await startChild('starman', args, { cwd: folder, env, lifetime, output: { file: LOG_FILE } });
    const url = `http://127.0.0.1:${port}`;
    await answers({ url: `${url}/`, says: /name="user"/, child, log: LOG_FILE, lifetime, within: 90 });
    log(`${url}/ (root, password)`);
    return { url, stop: child.stop };
  },
};

async function fill(env: NodeJS.ProcessEnv, { log, lifetime }: RecipeDeps): Promise<void> {
  log('making its database and filling it with sample tickets');
  rmSync(database, { force: true });
  const heard: string[] = [];
  const run = async (command: string, args: string[]) => {
    const code = await runChild(command, args, { cwd: folder, env, lifetime, output: { line: (line) => heard.push(line) } });
    if (code !== 0) throw new Error(`${command} ended with code ${code}:\n${heard.slice(-8).join('\n')}`);
  };
  await run('rt-setup-database-5', ['--action', 'init', '--skip-create', '--dba-password', '']);
  await run('perl', [`-I${perl}/lib`, join(import.meta.dirname, 'sample-tickets.pl')]);
  writeFileSync(filled, '');
}

const settingsFor = (port: number) => `
Set($rtname, 'sample-desk');
Set($Organization, 'desk.example');
Set($WebDomain, '127.0.0.1');
Set($WebPort, ${port});
Set($DatabaseType, 'SQLite');
Set($DatabaseName, '${database}');
Set($WebSessionClass, 'Apache::Session::File');
Set($MailCommand, 'mbox');
Set($SendmailPath, '/bin/true');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'error');
Set($Timezone, 'UTC');
1;
`;
