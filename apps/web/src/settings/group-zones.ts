interface ZoneGroup {
  group: string;
  items: { value: string; label: string }[];
}

/**
 * Zones by their region, each told by its place, so that typing the name of a place finds it in a list that the browser
 * itself shows. A zone without a region stands in a group of its own name.
 */
export function groupZones(zones: readonly string[]): ZoneGroup[] {
  return [...Map.groupBy(zones, regionOf)].map(([group, ofRegion]) => ({
    group,
    items: ofRegion.map((zone) => ({ value: zone, label: placeOf(zone) })),
  }));
}

function regionOf(zone: string): string {
  return zone.split('/')[0] ?? zone;
}

function placeOf(zone: string): string {
  const place = zone.split('/').slice(1).join(', ').replaceAll('_', ' ');
  return place === '' ? zone : place;
}
