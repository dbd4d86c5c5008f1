/**
 * The report as workflow commands of GitHub, which become annotations of a pull request. It never
 * writes more of them than GitHub shows, and no name can make one of its own.
 */
@NullMarked
package io.headgate.engine.report.github;

import org.jspecify.annotations.NullMarked;
