import { hasAlertsComing, WINDOW_LIMIT_NAMES } from '@resumint/metering';
import { z } from 'zod';
import { router, signedIn } from '../procedures.ts';
import {
  listNotifications,
  markNotificationsRead,
  readAlertSettings,
  saveAlertSettings,
} from '../store/notifications.ts';
import { Instant, PageSize } from './inputs.ts';

const SeenUpTo = z.object({ at: Instant, seq: z.int().positive() });
const Cursor = SeenUpTo.extend({ limit: z.enum(WINDOW_LIMIT_NAMES) });

export const notificationsRouter = router({
  /**
   * What became of limits, the newest first: thresholds that were crossed, and windows that ended after their limit was
   * used up. With how many are unread in all, where 100 may be more, and when there will be more to tell.
   */
  list: signedIn
    .input(z.object({ limit: PageSize, cursor: Cursor.nullish() }).prefault({}))
    .query(async ({ ctx, input: { limit, cursor } }) => {
      const [page, isMoreComing] = await Promise.all([
        listNotifications(ctx.db, ctx.userId, { limit, cursor: cursor ?? null }),
        hasAlertsComing(ctx.ledger, ctx.userId),
      ]);
      return { ...page, isMoreComing };
    }),

  /** Marks those as read that were there when they were listed: `seenUpTo` of that list tells which. */
  markRead: signedIn
    .input(z.object({ seenUpTo: SeenUpTo }))
    .mutation(({ ctx, input }) => markNotificationsRead(ctx.db, ctx.userId, input.seenUpTo)),

  settings: signedIn.query(({ ctx }) => readAlertSettings(ctx.db, ctx.userId)),

  setSettings: signedIn.input(z.object({ byMail: z.boolean() })).mutation(async ({ ctx, input }) => {
    await saveAlertSettings(ctx.db, ctx.userId, input);
    return input;
  }),
});
