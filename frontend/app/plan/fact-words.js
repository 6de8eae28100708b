/** What is no longer as it was, in a few words: what, where, when. */
import { dayMedium } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { stationName } from './station-name.js';

const days = (fact) =>
  [fact.from, fact.to]
    .filter((day, i, all) => day && all.indexOf(day) === i)
    .map(dayMedium)
    .join(' – ');

function place(fact, { visits, uats, localities }) {
  if (fact.visit) return visits.find((v) => v.visit === fact.visit)?.locality;
  const named = (features) => features.find((f) => Number(f.id) === fact.siruta)?.properties.name;
  return named(localities) ?? named(uats);
}

/** @param places the change's visits, and the county's UATs, localities and stations, as far as they are known */
export const factText = (fact, places) =>
  [t(`fact.${fact.type}`), place(fact, places), fact.station && stationName(fact.station, places.stations), days(fact)].filter(Boolean).join(' · ');
