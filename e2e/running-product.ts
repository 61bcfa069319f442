/** The product that runs for the specs, and the browser they use it with. */
export interface RunningProduct {
  url: string;
  /** Where the browser's AI calls go: another origin. */
  edgeUrl: string;
  dataDirectory: string;
  chromium: string;
}

const names = {
  url: 'RESUMINT_E2E_URL',
  edgeUrl: 'RESUMINT_E2E_EDGE_URL',
  dataDirectory: 'RESUMINT_E2E_DATA_DIRECTORY',
  chromium: 'RESUMINT_E2E_CHROMIUM',
} as const;

/** Tells the processes that run the specs: they are started with this environment. */
export function announceProduct(product: RunningProduct): void {
  process.env[names.url] = product.url;
  process.env[names.edgeUrl] = product.edgeUrl;
  process.env[names.dataDirectory] = product.dataDirectory;
  process.env[names.chromium] = product.chromium;
}

export function runningProduct(): RunningProduct {
  return {
    url: read('url'),
    edgeUrl: read('edgeUrl'),
    dataDirectory: read('dataDirectory'),
    chromium: read('chromium'),
  };
}

function read(name: keyof typeof names): string {
  const value = process.env[names[name]];
  if (value === undefined) throw new Error(`No product was announced: ${names[name]} is not set.`);
  return value;
}
