import { z } from 'zod';

const idWith = (prefix: string) =>
  z
    .string()
    .max(40)
    .regex(new RegExp(`^${prefix}_[0-9a-z]+$`), `is no id that begins with ${prefix}_`);

export const DocumentId = idWith('doc');
export const ResumeId = idWith('res');
export const OperationId = idWith('op');

export const PageSize = z.int().min(1).max(100).default(20);

export const Email = z.email().max(254);
export const Zone = z.string().min(1).max(64);
