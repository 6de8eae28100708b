package ro.caravana.planning.jobs;

/** What a person asks of the node that solves a plan. */
enum Wish {
    PAUSE,
    CANCEL
}
