/**
 * Calendars: visits as iCalendar events that keep their identity from one plan to the next.
 */
@NullMarked
package ro.caravana.documents.calendar;

import org.jspecify.annotations.NullMarked;
