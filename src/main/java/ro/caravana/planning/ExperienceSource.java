package ro.caravana.planning;

/** Where experience comes from: whoever carries visits out knows. A plan drawn up asks once. Thread-safe. */
public interface ExperienceSource {
    Experience current();
}
