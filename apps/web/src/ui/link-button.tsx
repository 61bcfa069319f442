'use client';

import { Button, type ButtonProps } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface LinkButtonProps extends ButtonProps {
  href: string;
  children: ReactNode;
}

export function LinkButton(props: LinkButtonProps) {
  return <Button component={Link} {...props} />;
}
