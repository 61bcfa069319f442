import { resolve } from 'node:path';
import type { NextConfig } from 'next';

export default {
  transpilePackages: [
    '@resumint/ai',
    '@resumint/api',
    '@resumint/auth',
    '@resumint/drizzle',
    '@resumint/errors',
    '@resumint/mail',
    '@resumint/metering',
    '@resumint/operations',
    '@resumint/resume',
  ],
  // Large or native to Node: left to Node's own loader.
  serverExternalPackages: ['gpt-tokenizer', 'mysql2', 'nodemailer', 'unpdf'],
  turbopack: { root: resolve(import.meta.dirname, '../..') },
  // `npm run verify` checks the types of the whole workspace.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // Browsers ask for it before a page has named its icon.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  // Answers of the API are data: no browser is to show one as a page, or guess that it is something else.
  headers: async () => [
    {
      source: '/api/:path*',
      headers: [
        { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'no-referrer' },
      ],
    },
  ],
} satisfies NextConfig;
