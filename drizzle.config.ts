import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate --name what-changed` writes the next migration. */
export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './src/hub/store/schema.ts',
    './src/hub/store/answer-schema.ts',
    './src/hub/store/account-schema.ts',
    './src/hub/store/draft-schema.ts',
    './src/hub/store/release-schema.ts',
    './src/hub/store/proposal-schema.ts',
    './src/hub/store/guide-figure-schema.ts',
    './src/hub/store/inbox-schema.ts',
  ],
  out: './src/hub/migrations',
});
