'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';

/** Asks before what is unsaved is left: by a button through `ask`, by a link of the app, or by closing the page. */
export function useLeaveQuestion(isUnsaved: boolean) {
  const router = useRouter();
  const [leave, setLeave] = useState<{ go: () => void } | null>(null);

  useEffect(() => {
    if (!isUnsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const hold = (event: MouseEvent) => {
      const path = pathOfLink(event);
      if (path === null) return;
      // Before the link's own handler, which would go there.
      event.preventDefault();
      event.stopPropagation();
      setLeave({ go: () => router.push(path) });
    };
    window.addEventListener('beforeunload', warn);
    document.addEventListener('click', hold, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', warn);
      document.removeEventListener('click', hold, { capture: true });
    };
  }, [isUnsaved, router]);

  const ask = useCallback(
    (go: () => void) => {
      if (isUnsaved) setLeave({ go });
      else go();
    },
    [isUnsaved],
  );
  const stay = useCallback(() => setLeave(null), []);
  return { ask, leave, stay };
}

/** Where a click leads in this tab, within the app. */
function pathOfLink({ target, button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): string | null {
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey || !(target instanceof Element)) return null;
  const link = target.closest<HTMLAnchorElement>('a[href]:not([target])');
  if (!link || link.origin !== window.location.origin || link.hash !== '') return null;
  return link.pathname + link.search;
}
