import { defineQuery } from '../../model/tracedArchive.ts';

/** Maximum number of lanes, in addition to the lane for others. */
const maxLanes = 3;

/**
 * Returns the groups that have a lane: groups with several principals, or any groups if fewer than two have
 * several.
 */
export const listLaneGroups = defineQuery(
  'laneGroups',
  ({ site, actorById }): readonly string[] => {
    const counts = new Map<string, number>();
    for (const id of site.principals) {
      const group = actorById.get(id)?.group;
      if (group) counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    const all = [...counts.keys()];
    const several = all.filter((group) => (counts.get(group) ?? 0) > 1);
    return (several.length > 1 ? several : all).slice(0, maxLanes);
  },
);
