'use client';

import { NavLink } from '@mantine/core';
import { IconFileText, IconReceipt, IconSettings } from '@tabler/icons-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';

const PLACES = [
  { href: '/resumes', label: 'Resumes', Icon: IconFileText, holds: ['/resumes', '/imports'] },
  { href: '/billing', label: 'Billing', Icon: IconReceipt, holds: ['/billing'] },
  { href: '/settings', label: 'Settings', Icon: IconSettings, holds: ['/settings'] },
];

export function Navigation() {
  const pathname = usePathname();
  return PLACES.map(({ href, label, Icon, holds }) => {
    const isHere = holds.some((place) => pathname.startsWith(place));
    return (
      <NavLink
        key={href}
        component={Link}
        href={href}
        label={label}
        leftSection={<Icon size={18} aria-hidden />}
        active={isHere}
        aria-current={isHere ? 'page' : undefined}
        color="pine"
        variant="light"
        style={{ borderRadius: 'var(--mantine-radius-md)' }}
      />
    );
  });
}
