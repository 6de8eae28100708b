package ro.caravana.workgroup;

import java.time.LocalDate;

/** Something paid for on the line "other". */
public record Expense(String id, LocalDate spentOn, long bani, String note, String enteredBy) {}
