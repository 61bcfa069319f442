'use client';

import { Anchor, type AnchorProps } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface AppLinkProps extends AnchorProps {
  href: string;
  /** False where few go there. */
  prefetch?: false;
  children: ReactNode;
}

export function AppLink(props: AppLinkProps) {
  return <Anchor component={Link} {...props} />;
}
