// Writes the two business apps and their sample data: node generate.mjs FOLDER_WITH_PACKAGES FOLDER_TO_WRITE
// The apps are SAP's own Fiori freestyle templates (Apache-2.0) as their generator writes them: a list with details for the orders, a
// worklist for the products. Both are served by one UI5 server, each under its own path.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { sampleData } from './sample-data.mjs';

const [packages, out] = process.argv.slice(2);
const { generate, OdataVersion, TemplateType } = createRequire(join(packages, 'package.json'))('@sap-ux/fiori-freestyle-writer');
const metadata = readFileSync(join(import.meta.dirname, 'metadata.xml'), 'utf8');
const { dependencies } = JSON.parse(readFileSync(join(packages, 'package.json'), 'utf8'));
const SERVICE = '/sap/opu/odata/sample/ORDERS';

const money = { numberProperty: 'Total', unitOfMeasureProperty: 'Currency' };
const apps = {
  orders: {
    title: 'Manage Orders (sample data)',
    template: {
      type: TemplateType.ListDetail,
      settings: {
        entity: { name: 'Orders', key: 'OrderID', idProperty: 'CustomerName', ...money },
        lineItem: {
          name: 'Items',
          key: 'ItemID',
          idProperty: 'Product',
          numberProperty: 'Quantity',
          unitOfMeasureProperty: 'Unit',
        },
      },
    },
  },
  products: {
    title: 'Manage Products (sample data)',
    template: {
      type: TemplateType.Worklist,
      settings: { entity: { name: 'Products', key: 'ProductID', idProperty: 'Name', ...money, numberProperty: 'Price' } },
    },
  },
};

for (const [name, app] of Object.entries(apps)) await writeApp(name, app);
for (const [set, rows] of Object.entries(sampleData())) write(`data/${set}.json`, JSON.stringify(rows, null, 1));
write('metadata.xml', metadata);
write('package.json', JSON.stringify({ name: 'sample', version: '1.0.0', private: true, dependencies }, null, 2));
write('ui5.yaml', serverSettings());

async function writeApp(name, { title, template }) {
  const files = await generate(join(out, name), {
    app: { id: `sample.${name}`, title, description: title },
    package: { name: `sample.${name}`, description: title },
    service: { url: 'http://127.0.0.1', path: SERVICE, version: OdataVersion.v2, metadata },
    ui5: { version: '1.136.0', minUI5Version: '1.120.0', ui5Theme: 'sap_horizon', ui5Libs: ['sap.m', 'sap.f', 'sap.ui.core'] },
    appOptions: { addAnnotations: false, loadReuseLibs: false },
    template,
  });
  await new Promise((written) => files.commit(written));
  shareFramework(join(out, name, 'webapp/index.html'));
}

/** One copy of the framework for both apps, beside them instead of inside each. */
function shareFramework(page) {
  writeFileSync(page, readFileSync(page, 'utf8').replace('src="resources/', 'src="/resources/'));
}

function serverSettings() {
  return `specVersion: "4.0"
metadata:
  name: sample
type: module
resources:
  configuration:
    paths:
      /orders/: orders/webapp
      /products/: products/webapp
server:
  customMiddleware:
    - name: sap-fe-mockserver
      beforeMiddleware: csp
      configuration:
        mountPath: /
        services:
          - urlPath: ${SERVICE}
            metadataPath: ./metadata.xml
            mockdataPath: ./data
            generateMockData: false
        annotations: []
`;
}

function write(name, text) {
  mkdirSync(dirname(join(out, name)), { recursive: true });
  writeFileSync(join(out, name), text);
}
