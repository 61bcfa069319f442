'use client';

import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { placeBeside, TIP_WIDTH_PX } from './place-beside.ts';
import classes from './tip.module.css';

interface TipProps {
  /** What it stands around. */
  name: string;
  content: ReactNode;
  children: ReactNode;
}

/**
 * Says more of what it stands around: on hover, and on focus, which a tap gives too. Escape, a tap elsewhere and scrolling put
 * it away. The tooltip of the library would take 20 kB of every first load.
 */
export function Tip({ name, content, children }: TipProps) {
  const [place, setPlace] = useState<ReturnType<typeof placeBeside> | null>(null);
  const around = useRef<HTMLDivElement>(null);
  const isShown = place !== null;
  const tipId = useId();
  const show = ({ currentTarget }: { currentTarget: HTMLElement }) =>
    setPlace(placeBeside(currentTarget.getBoundingClientRect(), window.innerWidth));
  const hide = () => setPlace(null);
  // Beside a touch screen there may be a mouse that stands elsewhere, and leaves right after a tap.
  const hideUnlessFocused = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    if (!currentTarget.contains(document.activeElement)) hide();
  };
  useEffect(() => {
    if (!isShown) return undefined;
    const listening = new AbortController();
    const { signal } = listening;
    const hideOnEscape = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') hide();
    };
    // A tap on what takes no focus leaves the focus where it was on some phones. A mouse has left by then.
    const hideBeside = ({ target, pointerType }: PointerEvent) => {
      if (pointerType === 'mouse') return;
      if (!(target instanceof Node && around.current?.contains(target))) hide();
    };
    window.addEventListener('keydown', hideOnEscape, { signal });
    window.addEventListener('pointerdown', hideBeside, { signal });
    window.addEventListener('resize', hide, { signal });
    window.addEventListener('scroll', hide, { signal, capture: true });
    return () => listening.abort();
  }, [isShown]);
  return (
    <div
      ref={around}
      role="group"
      aria-label={name}
      tabIndex={0}
      {...(isShown && { 'aria-describedby': tipId })}
      onFocus={show}
      onBlur={hide}
      onClick={show}
      onMouseEnter={show}
      onMouseLeave={hideUnlessFocused}
      className={classes['around']}
    >
      {children}
      {isShown &&
        createPortal(
          <div role="tooltip" id={tipId} className={classes['tip']} style={{ ...place, width: TIP_WIDTH_PX }}>
            {content}
          </div>,
          document.body,
        )}
    </div>
  );
}
