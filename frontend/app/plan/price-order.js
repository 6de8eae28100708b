/** Rules first whose loss brings most; the solve that keeps all of them stays on top, those not found yet below. */
export function byWorth(prices) {
  const worth = (p) => (p.rule === 'same-rules' ? Infinity : (p.brings?.value ?? -Infinity));
  return [...prices].sort((a, b) => (worth(b) > worth(a) ? 1 : worth(b) < worth(a) ? -1 : 0));
}

/** Whether a rule brings no more, and no less, than searching on did: then nobody can tell it from chance. */
export function isChance(price, prices) {
  const control = prices.find((p) => p.rule === 'same-rules')?.brings?.value;
  return price.rule !== 'same-rules' && price.brings !== undefined && Math.abs(price.brings.value) <= (control ?? 0);
}
