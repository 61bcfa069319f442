import type { Signer } from '../signer.ts';
import type { LocalAuthStore } from '../store.ts';

export interface ThrottleOptions {
  store: Pick<LocalAuthStore, 'countAttempt' | 'clearAttempts'>;
  signer: Signer;
  maxAttempts: number;
  windowMs: number;
}

export interface Throttle {
  /** Counts an attempt before it is made, so that guesses sent together cannot outrun the count. */
  admit(email: string, now: Date): Promise<{ admitted: true } | { admitted: false; retryAt: Date }>;
  forgive(email: string): Promise<void>;
}

export function createThrottle({ store, signer, maxAttempts, windowMs }: ThrottleOptions): Throttle {
  return {
    async admit(email, now) {
      const emailHash = await hashEmail(signer, email);
      const { attempts, windowEndsAt } = await store.countAttempt({ emailHash, now, windowMs });
      return attempts <= maxAttempts ? { admitted: true } : { admitted: false, retryAt: windowEndsAt };
    },
    async forgive(email) {
      await store.clearAttempts(await hashEmail(signer, email));
    },
  };
}

// 20 bits bound the table to 1 048 576 rows whatever emails are tried. The key keeps collisions from being chosen.
async function hashEmail(signer: Signer, email: string): Promise<string> {
  const signature = await signer.sign('email hash', email);
  return Buffer.from(signature, 'base64url').toString('hex').slice(0, 5);
}
