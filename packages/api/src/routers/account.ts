import { AppError } from '@resumint/errors';
import {
  defaultTerms,
  finishErasure,
  isTimeZone,
  openStream,
  readSummary,
  requestErasure,
  setZone,
} from '@resumint/metering';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { open, router, signedIn } from '../procedures.ts';
import { findEmail } from '../store/accounts.ts';
import { Email, Zone } from './inputs.ts';

const AnyPassword = z.string().max(200);
const NewPassword = AnyPassword.min(10);
const Credentials = z.object({ email: Email, password: NewPassword });
const TimeZone = Zone.refine(isTimeZone, 'is no IANA time zone, such as Europe/Berlin');

export const accountRouter = router({
  /** Makes an account with its own usage record, and signs it in. */
  signUp: open
    .input(Credentials.extend({ zone: TimeZone.default('UTC') }))
    .mutation(async ({ ctx, input }) => {
      const outcome = await passwordsOf(ctx).signUp(input);
      switch (outcome.kind) {
        case 'signedUp':
          await openStream(ctx.ledger, outcome.session.identity.userId, defaultTerms(input.zone));
          await endEarlierSession(ctx);
          return outcome.session;
        case 'emailTaken':
          throw new AppError('bad_input', 'There is an account with this email already. Sign in instead.');
        case 'throttled':
          throw tooManyAttempts('sign up', outcome.retryAt);
        case 'busy':
          throw tooManyPeople();
      }
    }),

  signIn: open.input(z.object({ email: Email, password: AnyPassword })).mutation(async ({ ctx, input }) => {
    const outcome = await passwordsOf(ctx).signIn(input);
    switch (outcome.kind) {
      case 'signedIn':
        // A sign-up that was cut off between account and usage record is completed here.
        await openStream(ctx.ledger, outcome.session.identity.userId, defaultTerms('UTC'));
        await endEarlierSession(ctx);
        return outcome.session;
      case 'refused':
        throw new AppError('unauthenticated', 'Email and password do not match.');
      case 'throttled':
        throw tooManyAttempts('sign in', outcome.retryAt);
      case 'busy':
        throw tooManyPeople();
    }
  }),

  signOut: signedIn.mutation(({ ctx }) => passwordsOf(ctx).signOut(ctx.identity)),

  /** Ends every session of the person, this one too. */
  signOutEverywhere: signedIn.mutation(({ ctx }) => passwordsOf(ctx).signOutEverywhere(ctx.userId)),

  /** Ends every session of the person and answers with a new one. */
  changePassword: signedIn
    .input(z.object({ currentPassword: AnyPassword, newPassword: NewPassword }))
    .mutation(async ({ ctx, input }) => {
      const outcome = await passwordsOf(ctx).changePassword(ctx.userId, input);
      switch (outcome.kind) {
        case 'changed':
          return outcome.session;
        case 'refused':
          throw new AppError('forbidden', 'The current password is not right.');
        case 'throttled':
          throw tooManyAttempts('change the password', outcome.retryAt);
        case 'busy':
          throw tooManyPeople();
      }
    }),

  /**
   * Deletes the account for good, with all that the person kept and their usage record, and ends every session. What
   * stays is how much was used in all, under an id that means nothing. `isErased` is false while a call still runs: the
   * rest goes when it has ended.
   */
  delete: signedIn.input(z.object({ password: AnyPassword })).mutation(async ({ ctx, input }) => {
    const outcome = await passwordsOf(ctx).confirmPassword(ctx.userId, input.password);
    switch (outcome.kind) {
      case 'confirmed':
        await requestErasure(ctx.ledger, ctx.userId);
        return { isErased: (await finishErasure(ctx.ledger, ctx.userId)) === 'erased' };
      case 'refused':
        throw new AppError('forbidden', 'The password is not right.');
      case 'throttled':
        throw tooManyAttempts('delete the account', outcome.retryAt);
      case 'busy':
        throw tooManyPeople();
    }
  }),

  me: signedIn.query(async ({ ctx }) => {
    const [email, { zone, nextZone, plan }] = await Promise.all([
      findEmail(ctx.db, ctx.userId),
      readSummary(ctx.ledger, ctx.userId),
    ]);
    return { userId: ctx.userId, email, role: ctx.identity.role, zone, nextZone, plan };
  }),

  /** Takes effect when the running day ends. */
  setZone: signedIn.input(z.object({ zone: TimeZone })).mutation(async ({ ctx, input }) => {
    const { userId } = ctx;
    const { terms } = await setZone(ctx.ledger, { userId, actor: userId }, input.zone);
    return {
      zone: terms.inForce.zone,
      next: terms.scheduled && { zone: input.zone, from: new Date(terms.scheduled.at) },
    };
  }),
});

function passwordsOf({ auth }: Pick<Context, 'auth'>) {
  if (auth.passwords) return auth.passwords;
  throw new AppError('bad_input', 'Accounts are kept by the identity provider. Sign in there.');
}

/** No session of a browser survives a sign-in there: who has brought a session into it has nothing of the next. */
async function endEarlierSession(ctx: Pick<Context, 'auth' | 'browserIdentity'>): Promise<void> {
  if (ctx.browserIdentity) await passwordsOf(ctx).signOut(ctx.browserIdentity);
}

function tooManyAttempts(
  to: 'sign up' | 'sign in' | 'change the password' | 'delete the account',
  retryAt: Date,
): AppError {
  const message = `Too many attempts to ${to}. Please wait and try again.`;
  return new AppError('too_many_attempts', message, { details: { retryAt } });
}

function tooManyPeople(): AppError {
  return new AppError('unavailable', 'Too many people are signing in right now. Please try again shortly.');
}
