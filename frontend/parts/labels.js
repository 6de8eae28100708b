/**
 * Where names stand on a day's map, so that none lies over a stop or another name. Pure: rectangles in pixels, no map.
 *
 * The stops' own names go first, each to the first free side in the order given; the names of the ground give way.
 */
const GAP = 2;

const overlaps = (a, b) =>
  a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom + GAP && b.top < a.bottom + GAP;

const inside = (box, frame) =>
  box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

/** The box of a text of this size on one side of a round mark. */
export function besides({ x, y, radius }, { width, height }, side) {
  const away = radius + 5;
  const left = { east: x + away, west: x - away - width, north: x - width / 2, south: x - width / 2 }[side];
  const top = { east: y - height / 2, west: y - height / 2, north: y - away - height, south: y + away }[side];
  return { left, top, right: left + width, bottom: top + height };
}

export const around = ({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });

/**
 * A side for every name: the first of its `sides` that is free and within the frame, else the first within, else the first.
 *
 * @param names {mark: {x, y, radius}, size: {width, height}, sides: ['east', …]} in order of importance
 * @param marks every stop and the base, {x, y, radius}
 * @param blocked boxes of whatever else lies over the map
 */
export function placeNames(names, marks, frame, blocked = []) {
  const taken = [...marks.map(around), ...blocked];
  return names.map(({ mark, size, sides }) => {
    const tried = sides.map((side) => ({ side, box: besides(mark, size, side) }));
    const within = tried.filter(({ box }) => inside(box, frame));
    const free = within.find(({ box }) => !taken.some((other) => overlaps(box, other)));
    const chosen = free ?? within[0] ?? tried[0];
    taken.push(chosen.box);
    return chosen;
  });
}

const SHIFTS = [0, -8, 8, -16, 16, -24, 24];

/** How far down (negative: up) one of the ground's names has to move to lie over nothing, in pixels; undefined where it must go. */
export const shiftOf = (box, taken) =>
  SHIFTS.find((dy) => !taken.some((other) => overlaps({ ...box, top: box.top + dy, bottom: box.bottom + dy }, other)));
