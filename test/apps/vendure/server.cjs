// Vendure with its admin interface on one port of this machine and a file of SQLite beside it: node server.cjs, run in the folder with
// its packages. PORT and STATE (a folder) come from the environment. The first run fills the shop with the maker's sample catalogue
// and our orders; it says READY once people may sign in.
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { createRequire } = require('node:module');
const own = createRequire(join(process.cwd(), 'package.json'));
const vendure = own('@vendure/core');
const { AdminUiPlugin } = own('@vendure/admin-ui-plugin');
const { AssetServerPlugin } = own('@vendure/asset-server-plugin');

const port = Number(process.env.PORT);
const state = process.env.STATE;
const database = join(state, 'shop.sqlite');
const filled = join(state, 'filled');
const isNew = !existsSync(filled);
const samples = join(process.cwd(), 'node_modules/@vendure/create/assets');

const config = {
  apiOptions: { hostname: '127.0.0.1', port, adminApiPath: 'admin-api', shopApiPath: 'shop-api' },
  authOptions: {
    tokenMethod: ['cookie', 'bearer'],
    superadminCredentials: { identifier: 'superadmin', password: 'superadmin' },
    cookieOptions: { name: 'sample-shop-session', secret: 'sample' },
  },
  dbConnectionOptions: {
    type: 'sqljs',
    location: database,
    autoSave: !isNew, // saving after each of thousands of statements takes minutes
    synchronize: isNew,
    database: isNew ? new Uint8Array() : new Uint8Array(readFileSync(database)),
  },
  paymentOptions: { paymentMethodHandlers: [vendure.dummyPaymentHandler] },
  importExportOptions: { importAssetsDir: join(samples, 'images') },
  plugins: [
    AssetServerPlugin.init({ route: 'assets', assetUploadDir: join(state, 'assets') }),
    vendure.DefaultJobQueuePlugin.init({ pollInterval: 250 }),
    vendure.DefaultSearchPlugin.init({ bufferUpdates: false }),
    AdminUiPlugin.init({
      route: 'admin',
      port: Number(process.env.UI_PORT),
      hostname: '127.0.0.1',
      adminUiConfig: { availableLanguages: ['en', 'de', 'fr', 'ar'] },
    }),
  ],
};

async function fill() {
  const { populate } = own('@vendure/core/cli');
  const app = await populate(
    () => vendure.bootstrap(config),
    own(join(samples, 'initial-data.json')),
    join(samples, 'products.csv'),
  );
  await require('./sample-orders.cjs').placeOrders(`http://127.0.0.1:${port}`);
  await app.get(vendure.TransactionalConnection).rawConnection.driver.save();
  writeFileSync(filled, '');
  return app;
}

async function run() {
  mkdirSync(state, { recursive: true });
  const app = isNew ? await fill() : await vendure.bootstrap(config);
  await app.get(vendure.JobQueueService).start();
  console.log('READY');
}

run().catch((error) => {
  console.error(error);
  process.exit(1);
});
