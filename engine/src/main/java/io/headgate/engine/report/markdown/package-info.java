/**
 * The report as Markdown, for a comment on a merge request. What strangers have written stands in
 * code spans, so that it neither formats, links nor calls anybody; the whole never exceeds its
 * size.
 */
@NullMarked
package io.headgate.engine.report.markdown;

import org.jspecify.annotations.NullMarked;
