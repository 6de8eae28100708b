/** Rules first whose loss brings most; the solve that keeps all of them stays on top, those not found yet below. */
export function byWorth(prices) {
  const worth = (p) => (p.rule === 'same-rules' ? Infinity : (p.brings?.value ?? -Infinity));
  return [...prices].sort((a, b) => (worth(b) > worth(a) ? 1 : worth(b) < worth(a) ? -1 : 0));
}
