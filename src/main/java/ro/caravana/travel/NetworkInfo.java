package ro.caravana.travel;

import java.time.LocalDate;

/**
 * What the travel figures rest on.
 *
 * @param name the network's name as its file gives it, else the file's name; says so where there is no road file
 * @param schematic true where roads are drawn from tables or distances are straight lines, false for a surveyed network
 * @param date the data's date; for estimates the date of the assumptions
 */
public record NetworkInfo(String name, boolean schematic, LocalDate date) {}
