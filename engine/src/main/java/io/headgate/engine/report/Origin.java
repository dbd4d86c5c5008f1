package io.headgate.engine.report;

import org.jspecify.annotations.Nullable;

/**
 * Where what was judged comes from.
 *
 * @param repository the address of the repository, a URI without user, password or query
 * @param commit the id of the commit; null if what was judged is not exactly what one holds
 * @param branch the branch that is checked out; null if none is
 * @param top the way from the root of the run to the top of the repository: empty, or {@code ../}
 *     for each directory between
 */
public record Origin(
    String repository, @Nullable String commit, @Nullable String branch, String top) {}
