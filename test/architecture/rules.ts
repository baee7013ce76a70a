import type { ArchitectureRule } from './codebase.ts';
import { importRules } from './import-rules.ts';
import { namingRules } from './naming-rules.ts';
import { sourceRules } from './source-rules.ts';

export const rules = { ...importRules, ...sourceRules, ...namingRules } satisfies Record<string, ArchitectureRule>;
