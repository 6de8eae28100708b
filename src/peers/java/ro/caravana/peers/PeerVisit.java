package ro.caravana.peers;

import ro.caravana.planning.PlanInstance;

/**
 * A visit with what the libraries ask of it again and again.
 *
 * @param row of its site in the matrix of driving
 * @param hours by number of day; null where it cannot be held
 */
record PeerVisit(int number, PlanInstance.Visit visit, int row, PeerHours[] hours) {
    String id() {
        return visit.id();
    }

    /** An agreed visit as well: to leave it out breaks a rule. */
    boolean isRequired() {
        return visit.required() || visit.announced() || visit.pinned() != null;
    }
}
