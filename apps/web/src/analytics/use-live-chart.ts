'use client';

import { useEffect, useRef, useState, type RefObject } from 'react';
import type LiveChart from './live-chart.tsx';

const AHEAD = '200px';

/** Loads what draws charts once the page has loaded and the box is about to be seen; null until then. */
export function useLiveChart(): {
  boxRef: RefObject<HTMLDivElement | null>;
  LiveChart: typeof LiveChart | null;
} {
  const boxRef = useRef<HTMLDivElement>(null);
  const [Loaded, setLoaded] = useState<{ LiveChart: typeof LiveChart } | null>(null);
  useEffect(() => {
    const box = boxRef.current;
    if (!box) return undefined;
    let isGone = false;
    const load = () => {
      import('./live-chart.tsx').then(
        ({ default: component }) => {
          if (!isGone) setLoaded({ LiveChart: component });
        },
        // The still picture and the table say the same.
        () => {},
      );
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        load();
      },
      { rootMargin: AHEAD },
    );
    const observe = () => observer.observe(box);
    if (document.readyState === 'complete') observe();
    else window.addEventListener('load', observe, { once: true });
    return () => {
      isGone = true;
      observer.disconnect();
      window.removeEventListener('load', observe);
    };
  }, []);
  return { boxRef, LiveChart: Loaded?.LiveChart ?? null };
}
