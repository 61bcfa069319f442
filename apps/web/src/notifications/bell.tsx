'use client';

import { ActionIcon } from '@mantine/core';
import { useClickOutside, useDisclosure, useWindowEvent } from '@mantine/hooks';
import { usePathname } from 'next/navigation';
import { useEffect, useId, useRef } from 'react';
import { BellIcon, bellLabel } from './bell-icon.tsx';
import { NewestNotifications } from './newest-notifications.tsx';
import classes from './notifications.module.css';
import { useNotifications } from './use-notifications.ts';

/**
 * The newest notifications over the page, where there is room for them beside it. The popover of the library would take
 * 20 kB of every first load.
 */
export function Bell() {
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const pathname = usePathname();
  useEffect(close, [pathname, close]);
  const around = useClickOutside<HTMLDivElement>(close);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const unread = useNotifications().data?.unread ?? 0;
  useWindowEvent('keydown', ({ key }) => {
    if (key !== 'Escape' || !isOpen) return;
    close();
    button.current?.focus();
  });
  return (
    <div ref={around} className={classes['around']}>
      <ActionIcon
        ref={button}
        variant="subtle"
        color="gray"
        size="lg"
        className={classes['bell']}
        aria-label={bellLabel(unread)}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        {...(isOpen && { 'aria-controls': panelId })}
        onClick={toggle}
      >
        <BellIcon unread={unread} />
      </ActionIcon>
      {isOpen && <NewestNotifications id={panelId} />}
    </div>
  );
}
