/** What a change of the plan costs or brings, in words people use. */
import { clock, dayMedium, duration, integer, kilometres } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';

const sign = (value) => (value > 0 ? '+' : '−');

/** For example "+12 min drum · +8 km · −o zi"; "fără diferență" where nothing differs. */
export function deltaText(delta) {
  const parts = [];
  if (Math.round(delta.value)) parts.push(t('delta.value', { n: `${sign(delta.value)}${integer(Math.abs(delta.value))}` }));
  if (Math.abs(delta.drivingSeconds) >= 30)
    parts.push(t('delta.driving', { time: `${sign(delta.drivingSeconds)}${duration(Math.abs(delta.drivingSeconds))}` }));
  if (Math.abs(delta.metres) >= 50) parts.push(`${sign(delta.metres)}${kilometres(Math.abs(delta.metres))}`);
  if (delta.stationDays) parts.push(`${sign(delta.stationDays)}${tn('count.day', Math.abs(delta.stationDays))}`);
  return parts.length ? parts.join(' · ') : t('delta.none');
}

/** Better, worse or the same: by the highest level that differs. */
export function deltaTone(delta) {
  const first = [delta.value, delta.cost, delta.quality].find((d) => Math.abs(d) >= 0.5) ?? 0;
  if (deltaText(delta) === t('delta.none')) return '';
  return first > 0 ? 'better' : 'worse';
}

export const slotText = (slot) => (slot ? `${dayMedium(slot.date)}, ${clock(slot.start)}` : t('slot.none'));

/** Its own cards on another day; nothing where they stay. `agreed`: somebody was told of the day they are on. */
export function handoverText(handover, agreed) {
  if (!handover) return '';
  const days = { from: dayMedium(handover.from.date), to: dayMedium(handover.to.date) };
  return t(agreed ? 'alternative.handoverAgreed' : 'alternative.handover', days);
}

/** Beside a handover that moves, others make room on up to four days, each for itself. */
function manyText(others) {
  const left = others.filter((o) => !o.to).map((o) => o.visit.locality);
  const moved = others.length - left.length;
  return [
    moved ? t('alternative.many', { n: tn('count.visit', moved) }) : '',
    left.length ? t('alternative.leaves', { who: left.join(', ') }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Who makes room, in one sentence; nothing where nobody need. */
export function othersText(others, handover) {
  if (!others.length) return t('alternative.nobody');
  if (handover && others.length > 1) return manyText(others);
  if (others.length > 1) return t('alternative.days', { n: tn('count.visit', others.length) });
  const names = (some) => some.map((o) => o.visit.locality).join(', ');
  const left = others.filter((o) => !o.to);
  const moved = others.filter((o) => o.to);
  return [
    moved.length ? t('alternative.moves', { who: names(moved), when: dayMedium(moved[0].to.date) }) : '',
    left.length ? t('alternative.leaves', { who: names(left) }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
