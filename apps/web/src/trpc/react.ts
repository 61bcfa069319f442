'use client';

import type { AppRouter } from '@resumint/api';
import { createTRPCReact } from '@trpc/react-query';

/** The router as hooks. */
export const trpc = createTRPCReact<AppRouter>();
