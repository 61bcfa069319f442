import { int, mediumtext, mysqlTable, primaryKey, unique, varchar } from 'drizzle-orm/mysql-core';
import { ascii, id, instant, json } from './columns.ts';

/** An uploaded file's text. The file itself is not kept. */
export const documents = mysqlTable(
  'documents',
  {
    userId: id('user_id').notNull(),
    documentId: id('document_id').notNull(),
    name: varchar('name', { length: 255 }).notNull(),
    mediaType: ascii('media_type', 64).notNull(),
    /** Of the file: the same file uploaded again is the same document. */
    contentHash: ascii('content_hash', 64).notNull(),
    pages: int('pages').notNull(),
    text: mediumtext('text').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.documentId] }),
    unique('documents_content').on(table.userId, table.contentHash),
  ],
);

export const resumes = mysqlTable(
  'resumes',
  {
    userId: id('user_id').notNull(),
    resumeId: id('resume_id').notNull(),
    title: varchar('title', { length: 200 }).notNull(),
    content: json('content').notNull(),
    documentId: id('document_id'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.resumeId] })],
);
