import { z } from 'zod';

const idWith = (prefix: string) =>
  z
    .string()
    .max(40)
    .regex(new RegExp(`^${prefix}_[0-9a-z]+$`), `is no id that begins with ${prefix}_`);

export const DocumentId = idWith('doc');
export const ResumeId = idWith('res');
export const OperationId = idWith('op');
/** Of a call or of an adjustment. */
export const EntryId = z.union([OperationId, idWith('adj')]);

/** Further than anything here is dated, and no further than a database can compare. */
const LATEST = new Date('9999-01-01');
export const Instant = z.date().min(new Date(0)).max(LATEST);

export const PageSize = z.int().min(1).max(100).default(20);

export const Email = z.email().max(254);
export const Zone = z.string().min(1).max(64);
