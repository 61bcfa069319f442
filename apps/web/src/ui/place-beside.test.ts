import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBeside, TIP_WIDTH_PX } from './place-beside.ts';

describe('placeBeside', () => {
  it('is on the right where there is room, else below', () => {
    const line = { left: 16, right: 260, top: 100, bottom: 180 };
    expect(placeBeside(line, 1280)).toEqual({ left: 260, top: 100 });
    expect(placeBeside({ ...line, right: 344 }, 360)).toEqual({ left: 16, top: 180 });
  });

  it('stays on a screen that is wide enough for it', () => {
    const size = fc.integer({ min: 0, max: 3_000 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: TIP_WIDTH_PX, max: 4_000 }), (left, width, roomPx) => {
        const place = placeBeside({ left, right: left + width, top: 0, bottom: 10 }, roomPx);
        expect(place.left).toBeGreaterThanOrEqual(0);
        expect(place.left + TIP_WIDTH_PX).toBeLessThanOrEqual(roomPx);
      }),
    );
  });
});
