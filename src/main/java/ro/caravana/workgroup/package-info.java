/**
 * What the joint working group at the prefecture looks at and decides every month: the year's money, the Measure Plan's targets, what
 * was planned, done and missed, the decisions and their owners. Past months are kept as they were reported.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "coordination",
            "coverage",
            "disclosure",
            "fieldwork",
            "need", // for intervals around what few people said
            "pages",
            "planning",
            "problem",
            "statistics", // cases are counted by its categories
            "store", // files are read beside the threads that answer
            "territory",
            "territory :: table" // targets come in workbooks
        })
@NullMarked
package ro.caravana.workgroup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
