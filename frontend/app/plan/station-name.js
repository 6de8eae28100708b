/** A station as people call it; a scenario's further ones have no name yet and are numbered. */
import { t } from '../../parts/i18n.js';
import { stations } from '../store.js';

export function stationName(id, known = stations.value ?? []) {
  const named = known.find((station) => station.id === id)?.name;
  const number = /^station-(\d+)$/.exec(id ?? '')?.[1];
  return named ?? (number ? t('station.numbered', { n: number }) : id);
}
