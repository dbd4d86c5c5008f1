/**
 * The report as Code Quality of GitLab, for the widget and the diff of a merge request. It says
 * nothing of what a baseline knows, since GitLab has no word for it.
 */
@NullMarked
package io.headgate.engine.report.gitlab;

import org.jspecify.annotations.NullMarked;
