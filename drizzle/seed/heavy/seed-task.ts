import { z } from 'zod';

/** What a seeding process is to do, as the JSON of its one argument. Whose streams it writes is told one by one. */
export const SeedTask = z.object({
  databaseUrl: z.string(),
  secret: z.string(),
  days: z.int().positive(),
  until: z.int().positive(),
});
export type SeedTask = z.infer<typeof SeedTask>;

export const SeededPerson = z.object({
  name: z.string(),
  userId: z.string(),
  zone: z.string(),
  calls: z.int().positive(),
});
