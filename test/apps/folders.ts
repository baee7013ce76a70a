import { join } from 'node:path';
import { projectRoot } from '../../setup/project-root.ts';

/** What is installed and made for an app; deleting it starts that app afresh. */
export const folderOf = (name: string) => join(projectRoot, '.cairn/apps', name);
