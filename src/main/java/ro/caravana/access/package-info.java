/**
 * Who is signed in and what they may do: accounts, roles, the first administrator, the sign-in rules of every path; and how often
 * somebody without an account is heard.
 */
@ApplicationModule(allowedDependencies = {"problem", "store"})
@NullMarked
package ro.caravana.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
