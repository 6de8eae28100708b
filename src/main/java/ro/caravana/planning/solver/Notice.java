package ro.caravana.planning.solver;

import java.time.LocalDate;

/** First day on which a visit may be held that is neither pinned nor announced. */
record Notice(LocalDate firstDay) {}
