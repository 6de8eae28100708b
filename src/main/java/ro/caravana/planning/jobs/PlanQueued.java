package ro.caravana.planning.jobs;

/** A plan waits for a solver on whatever node. */
record PlanQueued(String plan) {}
