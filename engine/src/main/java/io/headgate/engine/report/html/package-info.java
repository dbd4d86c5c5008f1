/**
 * The report as one page for a browser, for teams, reviewers and security officers. It stands
 * alone: it asks no network for anything, and can be read without its script. What strangers have
 * written is text in it and never markup.
 */
@NullMarked
package io.headgate.engine.report.html;

import org.jspecify.annotations.NullMarked;
