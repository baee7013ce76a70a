import { join } from 'node:path';
import { root } from '../../setup/root.ts';

/** What is installed and made for an app; deleting it starts that app afresh. */
export const folderOf = (name: string) => join(root, '.cairn/apps', name);
