package ro.caravana.planning;

import java.util.Optional;

/** A visit before and after a change; empty where it is not in the plan. */
public record Shift(String visit, Optional<Slot> from, Optional<Slot> to) {}
